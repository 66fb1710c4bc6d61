import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much each version and comment takes up, so that what a tenant writes can be counted, and bounded. */
export class DocumentBytes1795706200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions add column bytes integer not null
        generated always as (octet_length(document::text)) stored;
      create index workflow_versions_bytes on workflow_versions (tenant_id) include (bytes);
      -- A row takes up something without any text.
      alter table comments add column bytes integer not null generated always as (200 + octet_length(text)) stored;
      create index comments_bytes on comments (tenant_id) include (bytes);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions drop column bytes;
      alter table comments drop column bytes;
    `);
  }
}
