import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that are given again when a POST with the same `Idempotency-Key` comes again. */
export class AddIdempotencyKeys1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_keys (
        tenant_id uuid not null,
        -- user, route and the caller's key, hashed
        key text not null,
        -- of the body: the same key with another body is refused
        fingerprint text not null,
        status integer,
        -- encrypted: the answer may show a secret that is shown once
        answer text,
        created_at timestamptz not null default now(),
        primary key (tenant_id, key)
      );
      create index idempotency_keys_age on idempotency_keys (created_at);
      select make_tenant_table('idempotency_keys');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys');
  }
}
