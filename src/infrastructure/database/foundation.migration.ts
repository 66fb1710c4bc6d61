import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every other migration builds on: the tenant of a transaction, the macro that makes a table a tenant's, and the
 * outbox of domain events. See README.md beside this file for how a domain adds a table.
 */
export class Foundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function current_tenant() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

      create function current_app_user() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

      -- Switches row-level security on, for the owner of the table too, and lets the owner pass by a policy of its own:
      -- migrations and look-up functions run as the owner, which need not be a superuser.
      create function secure_table(target regclass) returns void language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy owner_all on %s to %I using (true) with check (true)', target, current_user);
      end $$;

      -- Makes a table with a column tenant_id a tenant's: rows of other tenants do not exist for the API's role.
      -- api: what the API's role may do. engine: what the engine's role may do, across tenants; nothing by default.
      create function make_tenant_table(
        target regclass,
        api text default 'select, insert, update, delete',
        engine text default ''
      ) returns void language plpgsql as $$
      begin
        perform secure_table(target);
        execute format(
          'create policy api_tenant on %s to %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
          target, api_role());
        if api <> '' then execute format('grant %s on %s to %I', api, target, api_role()); end if;
        if engine <> '' then
          execute format('create policy engine_all on %s to %I using (true) with check (true)', target, engine_role());
          execute format('grant %s on %s to %I', engine, target, engine_role());
        end if;
      end $$;

      -- Lets the API's role call a look-up function that runs before the tenant is known, and nobody else.
      create function grant_lookup(target regprocedure, also_engine boolean default false) returns void
      language plpgsql as $$
      begin
        execute format('revoke all on function %s from public', target);
        execute format('grant execute on function %s to %I', target, api_role());
        if also_engine then execute format('grant execute on function %s to %I', target, engine_role()); end if;
      end $$;

      revoke all on function secure_table(regclass), make_tenant_table(regclass, text, text),
        grant_lookup(regprocedure, boolean) from public;

      -- Facts about the installation as a whole, such as the check value of the encryption key. No tenant's.
      create table installation (
        key text primary key,
        value jsonb not null
      );

      create table outbox (
        id uuid primary key,
        tenant_id uuid not null,
        type text not null,
        payload jsonb not null,
        attempts integer not null default 0,
        -- Not before this time; moved on after a failed delivery.
        due_at timestamptz not null default now(),
        error text
      );
      create index outbox_due on outbox (due_at);
      select make_tenant_table('outbox', 'insert', 'select, insert, update, delete');
    `);
  }

  async down(): Promise<void> {
    throw new Error('The foundation is never taken back: drop the database instead.');
  }
}
