import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workflows, every saved version of each, folders, and what is live. */
export class Workflows1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table folders (
        id uuid primary key,
        tenant_id uuid not null,
        parent_id uuid,
        name text not null check (length(name) between 1 and 200),
        created_at timestamptz not null default now(),
        unique (tenant_id, id),
        foreign key (tenant_id, parent_id) references folders (tenant_id, id) on delete cascade
      );
      create unique index folders_name on folders (tenant_id, coalesce(parent_id, tenant_id), lower(name));
      select make_tenant_table('folders');

      create table workflows (
        id uuid primary key,
        tenant_id uuid not null,
        folder_id uuid,
        name text not null,
        tags text[] not null default '{}',
        -- The newest saved version (the draft), and the one that triggers start.
        version integer not null,
        active_version integer,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        updated_by uuid,
        unique (tenant_id, id),
        foreign key (tenant_id, folder_id) references folders (tenant_id, id) on delete set null (folder_id)
      );
      create index workflows_tags on workflows using gin (tags);
      select make_tenant_table('workflows', 'select, insert, update, delete', 'select');

      create table workflow_versions (
        tenant_id uuid not null,
        workflow_id uuid not null,
        version integer not null,
        document jsonb not null,
        created_at timestamptz not null default now(),
        created_by uuid,
        primary key (tenant_id, workflow_id, version),
        foreign key (tenant_id, workflow_id) references workflows (tenant_id, id) on delete cascade
      );
      select make_tenant_table('workflow_versions', 'select, insert, delete', 'select');

      -- Data that a workflow or one of its nodes keeps from run to run.
      create table workflow_state (
        tenant_id uuid not null,
        workflow_id uuid not null,
        -- Name of the node; empty for the workflow's own.
        node text not null default '',
        key text not null,
        value jsonb not null,
        updated_at timestamptz not null default now(),
        primary key (tenant_id, workflow_id, node, key),
        foreign key (tenant_id, workflow_id) references workflows (tenant_id, id) on delete cascade
      );
      select make_tenant_table('workflow_state', 'select, delete', 'select, insert, update, delete');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table workflow_state, workflow_versions, workflows, folders');
  }
}
