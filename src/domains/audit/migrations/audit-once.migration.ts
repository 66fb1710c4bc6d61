import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told once however often it happens, such as that a workflow used a credential on a day. */
export class AuditOnce1795707010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A second row of a tenant with the same text is left out; most rows have none.
      alter table audit add column once text;
      create unique index audit_once on audit (tenant_id, once) where once is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit drop column once');
  }
}
