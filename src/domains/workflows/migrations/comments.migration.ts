import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say to each other about a workflow, in threads: about one of its nodes, or all of it. */
export class Comments1795700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table comments (
        id uuid primary key,
        tenant_id uuid not null,
        workflow_id uuid not null,
        -- The first comment of the thread that this one answers; null for the first itself.
        parent_id uuid,
        -- The node that the thread is about, which may be gone since; null for the whole workflow.
        node_id text check (length(node_id) <= 200),
        author_id uuid not null,
        -- Markdown. Empty once it is deleted, which the first of a thread with answers can only be in name.
        text text not null check (length(text) <= 4000),
        created_at timestamptz not null default now(),
        edited_at timestamptz,
        deleted_at timestamptz,
        resolved_at timestamptz,
        resolved_by uuid,
        unique (tenant_id, id),
        foreign key (tenant_id, workflow_id) references workflows (tenant_id, id) on delete cascade,
        foreign key (tenant_id, parent_id) references comments (tenant_id, id) on delete cascade,
        check (parent_id is null or (node_id is null and resolved_at is null))
      );
      create index comments_threads on comments (tenant_id, workflow_id, id) where parent_id is null;
      create index comments_replies on comments (tenant_id, parent_id, id) where parent_id is not null;
      select make_tenant_table('comments');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table comments');
  }
}
