import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed what. The API's role can add rows and read them; nothing can change or remove one. */
export class AddAudit1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit (
        id uuid primary key,
        tenant_id uuid not null references tenants on delete cascade,
        at timestamptz not null default now(),
        -- the user, also when an API key acted for them; null: the system
        actor_id uuid,
        actor_kind text not null check (actor_kind in ('user', 'apiKey', 'system')),
        api_key_id uuid,
        action text not null,
        target_type text not null,
        target_id text not null,
        before jsonb,
        after jsonb
      );
      create index audit_of_tenant on audit (tenant_id, id desc);
      select make_tenant_table('audit', api => 'select, insert', engine => 'insert');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit');
  }
}
