import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, API keys, invitations and password resets. Of every token only what can't be turned back is stored. */
export class AddAuth1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sessions (
        id uuid primary key,
        user_id uuid not null references users on delete cascade,
        active_tenant_id uuid not null,
        -- goes into the refresh token's signature
        nonce text not null,
        -- how often the refresh token was rotated; older tokens are refused
        generation integer not null default 0,
        rotated_at timestamptz not null default now(),
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        user_agent text,
        ip text
      );
      create index sessions_of_user on sessions (user_id);
      select secure_table('sessions');

      create table password_resets (
        token_hash text primary key,
        user_id uuid not null references users on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index password_resets_of_user on password_resets (user_id);
      select secure_table('password_resets');

      do $$ begin
        execute format('create policy api_own on sessions to %I using (user_id = current_app_user()) with check (user_id = current_app_user())', api_role());
        execute format('grant select, insert, update, delete on sessions to %I', api_role());
        execute format('create policy api_own on password_resets to %I using (user_id = current_app_user()) with check (user_id = current_app_user())', api_role());
        execute format('grant select, insert, delete on password_resets to %I', api_role());
      end $$;

      create table api_keys (
        id uuid primary key,
        tenant_id uuid not null references tenants on delete cascade,
        user_id uuid not null references users on delete cascade,
        name text not null,
        role text not null check (role in ('viewer', 'editor', 'admin', 'owner')),
        hash text not null unique,
        -- the first characters, to tell keys apart
        hint text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz
      );
      create index api_keys_of_tenant on api_keys (tenant_id, id);
      select make_tenant_table('api_keys');

      create table invitations (
        id uuid primary key,
        tenant_id uuid not null references tenants on delete cascade,
        email text,
        role text not null check (role in ('viewer', 'editor', 'admin', 'owner')),
        token_hash text not null unique,
        created_by uuid not null references users on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index invitations_of_tenant on invitations (tenant_id, id);
      select make_tenant_table('invitations');

      create function find_session(wanted uuid) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select user_id from sessions where id = wanted
        $$;
      select grant_lookup('find_session(uuid)');

      -- Who a session is in a tenant, as it is now; nothing when it ended or the membership did.
      create function session_principal(wanted uuid, tenant uuid) returns table (user_id uuid, role text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select s.user_id, m.role from sessions s
          join users u on u.id = s.user_id and u.disabled_at is null
          join memberships m on m.user_id = s.user_id and m.tenant_id = tenant
          where s.id = wanted and s.revoked_at is null and s.expires_at > now()
        $$;
      select grant_lookup('session_principal(uuid, uuid)');

      -- Who an API key acts for; remembers its use, at most once a minute.
      create function api_key_principal(wanted text)
        returns table (id uuid, tenant_id uuid, user_id uuid, key_role text, member_role text)
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          update api_keys k set last_used_at = now()
            where k.hash = wanted and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
          return query
            select k.id, k.tenant_id, k.user_id, k.role, m.role from api_keys k
            join users u on u.id = k.user_id and u.disabled_at is null
            join memberships m on m.user_id = k.user_id and m.tenant_id = k.tenant_id
            where k.hash = wanted and (k.expires_at is null or k.expires_at > now());
        end $$;
      select grant_lookup('api_key_principal(text)');

      create function find_invitation(wanted text) returns table (id uuid, tenant_id uuid, email text, role text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select id, tenant_id, email, role from invitations where token_hash = wanted and expires_at > now()
        $$;
      select grant_lookup('find_invitation(text)');

      create function find_password_reset(wanted text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select user_id from password_resets where token_hash = wanted and expires_at > now()
        $$;
      select grant_lookup('find_password_reset(text)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function find_session(uuid), session_principal(uuid, uuid), api_key_principal(text), find_invitation(text), find_password_reset(text);
      drop table invitations, api_keys, password_resets, sessions;
    `);
  }
}
