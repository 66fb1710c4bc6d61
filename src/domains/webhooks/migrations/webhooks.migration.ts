import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The addresses of live webhooks. The database is the truth on every instance: what one keeps in memory holds only as
 * long as `live_epoch` stays the same, which every change of an address moves on in its own transaction.
 */
export class Webhooks1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_routes (
        id uuid primary key,
        tenant_id uuid not null,
        workflow_id uuid not null,
        version integer not null,
        node_id text not null,
        method text not null,
        -- As it is called below /webhook/: the webhook's id leads a path with parameters.
        path text not null,
        -- What it is found by: the whole path, or the webhook's id where the path has parameters.
        lead text not null,
        -- Whoever activates a path first holds it for all tenants; others are called below /webhook/t/<tenant>/ alone.
        held boolean not null,
        -- A draft's, armed for one call or until it expires; null for a live version's.
        test_until timestamptz,
        foreign key (tenant_id, workflow_id) references workflows (tenant_id, id) on delete cascade
      );
      create unique index webhook_routes_own on webhook_routes (tenant_id, method, path) where test_until is null;
      create unique index webhook_routes_test on webhook_routes (tenant_id, method, path) where test_until is not null;
      create index webhook_routes_of_workflow on webhook_routes (tenant_id, workflow_id);
      create index webhook_routes_lead on webhook_routes (lead);
      -- Across tenants on purpose: one address leads to one workflow. Only the engine's role can see who holds it.
      create unique index webhook_routes_held on webhook_routes (method, path) where held and test_until is null;
      select make_tenant_table('webhook_routes', 'select, insert, delete', 'select, delete');

      create table live_epoch (only_row boolean primary key default true check (only_row), epoch bigint not null);
      insert into live_epoch (epoch) values (1);
      do $$ begin execute format('grant select on live_epoch to %I', engine_role()); end $$;

      create function move_epoch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update live_epoch set epoch = epoch + 1;
        return null;
      end $$;
      create trigger webhook_routes_changed after insert or update or delete on webhook_routes
        for each statement execute function move_epoch();

      -- Whether a path is free, and no more: who holds it is nobody's business.
      create function webhook_path_is_free(wanted_method text, wanted_path text, test boolean) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (select from webhook_routes
          where method = wanted_method and path = wanted_path and held and (test_until is not null) = test
            and (test_until is null or test_until > now()))
      $$;
      select grant_lookup('webhook_path_is_free(text, text, boolean)');

      -- What a path leads to. The tenant is not known before.
      create function find_webhooks(leads text[], slug text, test boolean)
      returns table (id uuid, tenant_id uuid, workflow_id uuid, version integer, node_id text, method text, path text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select r.id, r.tenant_id, r.workflow_id, r.version, r.node_id, r.method, r.path
        from webhook_routes r
        where r.lead = any(leads) and (r.test_until is not null) = test and (r.test_until is null or r.test_until > now())
          and case when slug is null then r.held
              else r.tenant_id = (select t.id from tenants t where t.slug = find_webhooks.slug) end
        order by r.test_until desc nulls last, r.id
      $$;
      select grant_lookup('find_webhooks(text[], text, boolean)', true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table webhook_routes, live_epoch;
      drop function find_webhooks(text[], text, boolean), webhook_path_is_free(text, text, boolean), move_epoch();
    `);
  }
}
