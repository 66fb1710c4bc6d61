import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what an entry tells of one thing: what was deleted is called as it last was in the audit. */
export class AuditTargets1795710220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index audit_of_target on audit (tenant_id, target_id, id desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index audit_of_target');
  }
}
