import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../infrastructure/database/uuid.js';

interface OldRoute {
  id: string;
  tenant_id: string;
  workflow_id: string;
  method: string;
  path: string;
  lead: string;
  held: boolean;
}

/**
 * The first segment of a plain path is one tenant's, with all methods and everything below, and stays so for a while after
 * its last use. Before, each pattern was held by itself, so others could take what lay beside it.
 */
export class Holds1795706000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_holds (
        id uuid primary key,
        -- Across tenants on purpose: one tenant holds it. Former slugs of tenants are held as 't/<slug>'.
        segment text not null unique,
        tenant_id uuid not null,
        -- How long it stays held after its last use; the longest that was asked for.
        keep interval not null,
        -- Counts once nothing is called by it any more.
        kept_until timestamptz not null,
        -- No foreign key to the tenant: others go on calling the addresses of one that is gone.
        since timestamptz not null default now()
      );
      create index webhook_holds_of_tenant on webhook_holds (tenant_id, id desc);
      select make_tenant_table('webhook_holds', 'select');

      drop trigger webhook_routes_changed on webhook_routes;
      drop index webhook_routes_own, webhook_routes_test, webhook_routes_held;
      alter table webhook_routes
        -- What the first segment is held by.
        add column segment text,
        -- The path without the names of its parameters, which tell no two paths apart.
        add column shape text;
      -- Armed for 2 minutes at most; whoever sits in front of one arms it again.
      delete from webhook_routes where test_until is not null;
    `);
    await moveRoutes(runner);
    await runner.query(`
      alter table webhook_routes alter column segment set not null, alter column shape set not null, drop column held;
      create unique index webhook_routes_own on webhook_routes (tenant_id, method, shape) where test_until is null;
      create unique index webhook_routes_test on webhook_routes (tenant_id, method, shape) where test_until is not null;
      create index webhook_routes_segment on webhook_routes (tenant_id, segment);

      -- Whatever changes what an address leads to locks the number of the addresses before anything else, so that all
      -- changes take turns, and in one order.
      create function webhook_routes_added() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if exists (select from added where test_until is null) then
          update live_epoch set epoch = epoch + 1;
        end if;
        return null;
      end $$;
      create function webhook_routes_removed() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not exists (select from removed) then return null; end if;
        if exists (select from removed where test_until is null) then
          update live_epoch set epoch = epoch + 1;
        else
          perform from live_epoch for update;
        end if;
        update webhook_holds h set kept_until = now() + h.keep
        where exists (select from removed r where r.tenant_id = h.tenant_id and r.segment = h.segment);
        return null;
      end $$;
      create trigger webhook_routes_added after insert on webhook_routes
        referencing new table as added for each statement execute function webhook_routes_added();
      create trigger webhook_routes_removed after delete on webhook_routes
        referencing old table as removed for each statement execute function webhook_routes_removed();
      create trigger webhook_routes_changed after update on webhook_routes
        for each statement execute function move_epoch();

      -- Whether somebody else has to do without it: something is called by it, or was until a short while ago.
      create function webhook_hold_stands(hold webhook_holds) returns boolean language sql stable as $$
        select hold.kept_until > now() or exists (
          select from webhook_routes r where r.tenant_id = hold.tenant_id and r.segment = hold.segment
            and (r.test_until is null or r.test_until > now()))
      $$;
      revoke all on function webhook_hold_stands(webhook_holds) from public;

      -- Takes a first segment for the tenant of the transaction, for as long as something is called by it and for a time
      -- after. Says 'held', 'taken' when it is another's, 'limit' when the tenant holds so many already.
      create function hold_webhook_segment(wanted text, wanted_keep interval, most integer, new_id uuid) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        me constant uuid := current_tenant();
        found_hold webhook_holds;
      begin
        if me is null then raise exception 'no tenant holds anything outside of its transaction'; end if;
        perform from live_epoch for update;
        select * into found_hold from webhook_holds h where h.segment = wanted;
        if found_hold.tenant_id = me then
          update webhook_holds h
          set keep = greatest(h.keep, wanted_keep), kept_until = now() + greatest(h.keep, wanted_keep)
          where h.id = found_hold.id;
          return 'held';
        end if;
        if found_hold.id is not null and webhook_hold_stands(found_hold) then return 'taken'; end if;
        delete from webhook_holds h where h.tenant_id = me and not webhook_hold_stands(h);
        if (select count(*) from webhook_holds h where h.tenant_id = me) >= most then return 'limit'; end if;
        delete from webhook_holds h where h.id = found_hold.id;
        insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
        values (new_id, wanted, me, wanted_keep, now() + wanted_keep);
        update live_epoch set epoch = epoch + 1;
        return 'held';
      end $$;
      select grant_lookup('hold_webhook_segment(text, interval, integer, uuid)');

      -- Lets go of what the tenant of the transaction holds and has no use for. Says 'released', 'used', or nothing when
      -- it holds no such thing.
      create function release_webhook_hold(wanted uuid) returns text
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        found_hold webhook_holds;
      begin
        perform from live_epoch for update;
        select * into found_hold from webhook_holds h where h.id = wanted and h.tenant_id = current_tenant();
        if found_hold.id is null then return null; end if;
        found_hold.kept_until := '-infinity';
        if webhook_hold_stands(found_hold) then return 'used'; end if;
        delete from webhook_holds h where h.id = found_hold.id;
        return 'released';
      end $$;
      select grant_lookup('release_webhook_hold(uuid)');

      -- Whether the tenant of the transaction could have a first segment, and no more: who holds it is nobody's business.
      create function webhook_segment_is_free(wanted text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (select from webhook_holds h
          where h.segment = wanted and h.tenant_id is distinct from current_tenant() and webhook_hold_stands(h))
      $$;
      select grant_lookup('webhook_segment_is_free(text)');
      drop function webhook_path_is_free(text, text, boolean);

      -- What a path leads to: for a plain one, by way of the tenant that holds its first segment, and of no other.
      drop function find_webhooks(text[], text, boolean);
      create function find_webhooks(leads text[], wanted_segment text, slug text, test boolean)
      returns table (id uuid, tenant_id uuid, workflow_id uuid, version integer, node_id text, method text, path text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select r.id, r.tenant_id, r.workflow_id, r.version, r.node_id, r.method, r.path
        from webhook_routes r
        where r.lead = any(leads) and (r.test_until is not null) = test and (r.test_until is null or r.test_until > now())
          and r.tenant_id = case when slug is null
              then (select h.tenant_id from webhook_holds h where h.segment = wanted_segment)
              else (select t.id from tenants t where t.slug = find_webhooks.slug) end
          and r.segment = wanted_segment
        order by r.id
      $$;
      revoke all on function find_webhooks(text[], text, text, boolean) from public;
      do $$ begin
        execute format('grant execute on function find_webhooks(text[], text, text, boolean) to %I', engine_role());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger webhook_routes_added on webhook_routes;
      drop trigger webhook_routes_removed on webhook_routes;
      drop trigger webhook_routes_changed on webhook_routes;
      drop function webhook_routes_added(), webhook_routes_removed(), webhook_segment_is_free(text),
        hold_webhook_segment(text, interval, integer, uuid), release_webhook_hold(uuid),
        find_webhooks(text[], text, text, boolean);
      drop index webhook_routes_own, webhook_routes_test, webhook_routes_segment;
      alter table webhook_routes add column held boolean not null default false;
      delete from webhook_routes where test_until is not null;
      update webhook_routes r set held = true from webhook_holds h where h.tenant_id = r.tenant_id and h.segment = r.segment;
      alter table webhook_routes alter column held drop default, drop column segment, drop column shape;
      drop function webhook_hold_stands(webhook_holds);
      drop table webhook_holds;
      create unique index webhook_routes_own on webhook_routes (tenant_id, method, path) where test_until is null;
      create unique index webhook_routes_test on webhook_routes (tenant_id, method, path) where test_until is not null;
      create unique index webhook_routes_held on webhook_routes (method, path) where held and test_until is null;
      create trigger webhook_routes_changed after insert or update or delete on webhook_routes
        for each statement execute function move_epoch();
      create function webhook_path_is_free(wanted_method text, wanted_path text, test boolean) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (select from webhook_routes
          where method = wanted_method and path = wanted_path and held and (test_until is not null) = test
            and (test_until is null or test_until > now()))
      $$;
      select grant_lookup('webhook_path_is_free(text, text, boolean)');
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
}

/** As it is on the day of this migration, whatever becomes of the rules that the server goes by. */
const fold = (segment: string) =>
  segment.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll('/', '%2f').slice(0, KEY_LIMIT).toWellFormed();
/** Characters that an index takes as a key, whatever they are. Some grow with folding. */
const KEY_LIMIT = 500;
const shape = (path: string) =>
  path
    .split('/')
    .map((segment) => (/^:./.test(segment) ? ':p' : segment))
    .join('/');
const KEEP = '30 days';

/**
 * Gives every route its segment and shape, and every segment to the tenant of its oldest route that held its path. Routes
 * of the others stay live at the addresses that name their tenant, and their tenants' audit says so. Of two routes of one
 * tenant that the same calls meet, only the older ever got any: the other goes.
 */
async function moveRoutes(runner: QueryRunner): Promise<void> {
  const routes: OldRoute[] = await runner.query(
    'select id, tenant_id, workflow_id, method, path, lead, held from webhook_routes order by id',
  );
  const holders = new Map<string, string>();
  const seen = new Set<string>();
  for (const route of routes) {
    const path = route.path.normalize('NFC');
    const segment = fold(path.split('/')[0] as string);
    const key = [route.tenant_id, route.method, shape(path)].join(' ');
    if (seen.has(key)) {
      await runner.query('delete from webhook_routes where id = $1', [route.id]);
      continue;
    }
    seen.add(key);
    await runner.query('update webhook_routes set path = $2, lead = $3, segment = $4, shape = $5 where id = $1', [
      route.id,
      path,
      route.lead.normalize('NFC'),
      segment,
      shape(path),
    ]);
    if (!route.held) continue;
    if (segment !== 't' && !holders.has(segment)) {
      holders.set(segment, route.tenant_id);
      await runner.query(
        `insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
         values ($1, $2, $3, $4::interval, now() + $4::interval)`,
        [newId(), segment, route.tenant_id, KEEP],
      );
    }
    if (holders.get(segment) === route.tenant_id) continue;
    await runner.query(
      `insert into audit (id, tenant_id, actor_kind, action, target_type, target_id, after)
       values ($1, $2, 'system', 'webhook.plain_path_lost', 'workflow', $3, $4)`,
      [newId(), route.tenant_id, route.workflow_id, JSON.stringify({ method: route.method, path })],
    );
  }
}
