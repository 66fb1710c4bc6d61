import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a tenant is called by, starts and knows ends with it, in the same moment. Its webhooks and schedules went on for
 * good before, as nothing tied them to it. Executions stay until their keep, as those of a deleted workflow do.
 */
export class EndWithTenant1795706400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Versions, routes, schedules, comments and state go with their workflows.
      delete from workflows w where not exists (select from tenants t where t.id = w.tenant_id);
      delete from folders f where not exists (select from tenants t where t.id = f.tenant_id);
      delete from credentials c where not exists (select from tenants t where t.id = c.tenant_id);
      delete from idempotency_keys k where not exists (select from tenants t where t.id = k.tenant_id);

      create function end_with_tenant() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from workflows w where w.tenant_id = old.id;
        delete from folders f where f.tenant_id = old.id;
        delete from credentials c where c.tenant_id = old.id;
        delete from idempotency_keys k where k.tenant_id = old.id;
        return old;
      end $$;
      create trigger end_with_tenant before delete on tenants for each row execute function end_with_tenant();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger end_with_tenant on tenants; drop function end_with_tenant();');
  }
}
