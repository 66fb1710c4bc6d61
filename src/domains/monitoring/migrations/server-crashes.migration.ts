import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Crashes of servers, which are the installation's and no tenant's; and which tenant's admins look after it. */
export class ServerCrashes1795709020002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table server_crashes (
        -- Counts them for good, also those that are not kept any more.
        n bigint generated always as identity primary key,
        at timestamptz not null,
        started_at timestamptz not null,
        host text not null,
        -- Null for a process that had no time to say anything.
        message text,
        stack text
      );
      -- What was thrown may hold what tenants wrote: the API's role has no right to it.
      do $$ begin
        execute format('grant select, insert, delete on server_crashes to %I', engine_role());
      end $$;

      -- Whether the tenant's admins are those who run the installation: that of the one who claimed it, or else the first
      -- that anybody is in. Says yes or no of the tenant that asks, and nothing of others.
      create function is_operator_tenant() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(current_tenant() = coalesce(
            (select t.id from tenants t, installation d, installation c
              where d.key = 'default tenant' and c.key = 'claimed' and t.id = (d.value #>> '{}')::uuid),
            (select t.id from tenants t
              where exists (select from memberships m where m.tenant_id = t.id) order by t.created_at, t.id limit 1)
          ), false)
        $$;
      select grant_lookup('is_operator_tenant()');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function is_operator_tenant(); drop table server_crashes;');
  }
}
