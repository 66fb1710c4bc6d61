import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a tenant has running, waiting or queued is asked to stop when the tenant is removed, as if somebody had cancelled it. */
export class CancelWithTenant1795706500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function end_with_tenant() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update executions e set cancel_requested = true,
          -- Whoever takes it up next finds that it is to stop.
          wake_at = case when e.status = 'waiting' then now() else e.wake_at end
        where e.tenant_id = old.id and e.finished_at is null;
        delete from workflows w where w.tenant_id = old.id;
        delete from folders f where f.tenant_id = old.id;
        delete from credentials c where c.tenant_id = old.id;
        delete from idempotency_keys k where k.tenant_id = old.id;
        return old;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function end_with_tenant() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from workflows w where w.tenant_id = old.id;
        delete from folders f where f.tenant_id = old.id;
        delete from credentials c where c.tenant_id = old.id;
        delete from idempotency_keys k where k.tenant_id = old.id;
        return old;
      end $$;
    `);
  }
}
