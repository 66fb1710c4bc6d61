import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddTenants1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tenants (
        id uuid primary key,
        -- in addresses: /webhook/t/<slug>/...
        slug text not null unique,
        name text not null,
        timezone text not null default 'UTC',
        created_at timestamptz not null default now()
      );
      select secure_table('tenants');

      create table memberships (
        tenant_id uuid not null references tenants on delete cascade,
        user_id uuid not null references users on delete cascade,
        role text not null check (role in ('viewer', 'editor', 'admin', 'owner')),
        created_at timestamptz not null default now(),
        primary key (tenant_id, user_id)
      );
      create index memberships_of_user on memberships (user_id);
      select make_tenant_table('memberships');

      do $$ begin
        execute format('create policy api_tenant on tenants to %I using (id = current_tenant()) with check (id = current_tenant())', api_role());
        execute format('grant select, insert, update, delete on tenants to %I', api_role());
        execute format('create policy engine_read on tenants for select to %I using (true)', engine_role());
        execute format('grant select on tenants to %I', engine_role());
        -- a tenant sees who its members are
        execute format('create policy api_member on users for select to %I using (id in (select user_id from memberships where tenant_id = current_tenant()))', api_role());
      end $$;

      create function tenants_of_user(wanted uuid)
        returns table (id uuid, slug text, name text, timezone text, created_at timestamptz, role text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select t.id, t.slug, t.name, t.timezone, t.created_at, m.role
          from memberships m join tenants t on t.id = m.tenant_id where m.user_id = wanted order by m.created_at, t.id
        $$;
      select grant_lookup('tenants_of_user(uuid)');

      create function find_tenant(wanted text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select id from tenants where slug = wanted
        $$;
      select grant_lookup('find_tenant(text)', true);

      -- Makes the tenant 'default' of a fresh installation; gives its id, and whether nobody has claimed it yet.
      create function prepare_installation(new_id uuid) returns table (tenant_id uuid, fresh boolean, unclaimed boolean)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare made boolean := false;
        begin
          perform pg_advisory_xact_lock(7203118);
          if not exists (select from tenants t) then
            insert into tenants (id, slug, name) values (new_id, 'default', 'Default');
            insert into installation (key, value) values ('default tenant', to_jsonb(new_id));
            made := true;
          end if;
          return query
            select (i.value #>> '{}')::uuid, made,
              not exists (select from memberships m where m.tenant_id = (i.value #>> '{}')::uuid)
              and not exists (select from installation c where c.key = 'claimed')
            from installation i where i.key = 'default tenant';
        end $$;
      select grant_lookup('prepare_installation(uuid)');

      create function offer_claim(token_hash text) returns void
        language sql volatile security definer set search_path = public, pg_temp as $$
          insert into installation (key, value) values ('claim', to_jsonb(token_hash))
          on conflict (key) do update set value = excluded.value
        $$;
      select grant_lookup('offer_claim(text)');

      -- The tenant that a claim is for; nothing when the token is not the one that was offered.
      create function claimed_tenant(token_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select (t.value #>> '{}')::uuid from installation c, installation t
          where c.key = 'claim' and c.value #>> '{}' = token_hash and t.key = 'default tenant'
        $$;
      select grant_lookup('claimed_tenant(text)');

      -- Uses up the claim: gives the tenant to be owned, or nothing when the token is not the one that was offered.
      create function take_claim(token_hash text) returns uuid
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          delete from installation where key = 'claim' and value #>> '{}' = token_hash;
          if not found then return null; end if;
          insert into installation (key, value) values ('claimed', to_jsonb(now()));
          return (select (value #>> '{}')::uuid from installation where key = 'default tenant');
        end $$;
      select grant_lookup('take_claim(text)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function take_claim(text), claimed_tenant(text), offer_claim(text), prepare_installation(uuid), find_tenant(text), tenants_of_user(uuid);
      drop policy api_member on users; drop table memberships; drop table tenants;
    `);
  }
}
