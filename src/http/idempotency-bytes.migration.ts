import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much each kept answer takes up, so that what is kept for a tenant can be counted, and bounded. */
export class IdempotencyBytes1795706300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A key takes up something without an answer.
      alter table idempotency_keys add column bytes integer not null
        generated always as (300 + coalesce(octet_length(answer), 0)) stored;
      create index idempotency_keys_bytes on idempotency_keys (tenant_id) include (bytes);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table idempotency_keys drop column bytes');
  }
}
