import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents keep the order of their keys: pinned items, JSON bodies and fields are shown as they were written. What was
 * saved before stays in the order that `jsonb` gave it.
 */
export class DocumentOrder1795710100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await change(runner, 'json');
    // `json` takes texts that `jsonb` can't read (a NUL, half a character): they are refused here, and not by a later question.
    await runner.query(`
      alter table workflow_versions
        add constraint workflow_versions_document check (jsonb_typeof(document::jsonb) = 'object');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table workflow_versions drop constraint workflow_versions_document');
    await change(runner, 'jsonb');
  }
}

/** A column that another one is computed from can't change its type: the size is taken away, and computed anew. */
const change = (runner: QueryRunner, type: 'json' | 'jsonb'): Promise<unknown> =>
  runner.query(`
    alter table workflow_versions drop column bytes;
    alter table workflow_versions alter column document type ${type} using document::${type};
    alter table workflow_versions add column bytes integer not null
      generated always as (octet_length(document::text)) stored;
    create index workflow_versions_bytes on workflow_versions (tenant_id) include (bytes);
  `);
