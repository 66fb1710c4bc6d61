import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credentials: what a person may see of each in the open, the whole of it encrypted. */
export class Credentials1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credentials (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        type text not null,
        -- Fields that are no secret, to be shown.
        shown jsonb not null,
        -- All fields, AES-256-GCM; bound to tenant and id.
        sealed text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        updated_by uuid
      );
      create index credentials_list on credentials (tenant_id, id);
      -- Never the engine's: a run reads a credential in a transaction of its tenant.
      select make_tenant_table('credentials');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table credentials');
  }
}
