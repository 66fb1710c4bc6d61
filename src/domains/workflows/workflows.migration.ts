import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workflows, every saved version of each, folders, and what is live. */
export class Workflows1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table folders (
        id uuid primary key,
        tenant_id uuid not null,
        parent_id uuid references folders on delete cascade,
        name text not null check (length(name) between 1 and 200),
        created_at timestamptz not null default now()
      );
      create unique index folders_name on folders (tenant_id, coalesce(parent_id, tenant_id), lower(name));
      select make_tenant_table('folders');

      create table workflows (
        id uuid primary key,
        tenant_id uuid not null,
        folder_id uuid references folders on delete set null,
        name text not null,
        tags text[] not null default '{}',
        -- The newest saved version (the draft), and the one that triggers start.
        version integer not null,
        active_version integer,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        updated_by uuid
      );
      create index workflows_list on workflows (tenant_id, id);
      create index workflows_tags on workflows using gin (tags);
      select make_tenant_table('workflows', 'select, insert, update, delete', 'select');

      create table workflow_versions (
        workflow_id uuid not null references workflows on delete cascade,
        version integer not null,
        tenant_id uuid not null,
        document jsonb not null,
        created_at timestamptz not null default now(),
        created_by uuid,
        primary key (workflow_id, version)
      );
      select make_tenant_table('workflow_versions', 'select, insert, delete', 'select');

      -- Data that a workflow or one of its nodes keeps from run to run.
      create table workflow_state (
        tenant_id uuid not null,
        workflow_id uuid not null references workflows on delete cascade,
        -- Name of the node; empty for the workflow's own.
        node text not null default '',
        key text not null,
        value jsonb not null,
        updated_at timestamptz not null default now(),
        primary key (workflow_id, node, key)
      );
      select make_tenant_table('workflow_state', 'select, delete', 'select, insert, update, delete');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table workflow_state, workflow_versions, workflows, folders');
  }
}
