import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the history of a workflow needs beside its versions: names for them, and which of them may make room. */
export class VersionHistory1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions
        add column label text check (length(label) <= 200),
        -- When the row of automatic saves began that this one is the newest of; null for what somebody saved on purpose.
        add column autosaved_since timestamptz,
        -- It was live, or something ran it: it stays.
        add column kept boolean not null default false;
      update workflow_versions v set kept = true
        from workflows w where w.tenant_id = v.tenant_id and w.id = v.workflow_id and w.active_version = v.version;
      do $$ begin
        execute format('grant update (label, kept) on workflow_versions to %I', api_role());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table workflow_versions drop column label, drop column autosaved_since, drop column kept',
    );
  }
}
