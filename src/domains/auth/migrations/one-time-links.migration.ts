import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One-time links remember who made them and where, and end at once when that no longer holds: whatever changes a
 * membership, a password or an API key, ended links stay ended. They are kept for a while, so that a late use is told
 * of. Keys end with the membership for good: one who is invited again makes new ones.
 */
export class OneTimeLinks1795707020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Links of before do not say who made them; they are good for a day at most.
      delete from password_resets;
      alter table password_resets
        -- the tenant whose admin made it; null: the operator did
        add column granted_in uuid references tenants on delete cascade,
        add column granted_by uuid references users on delete cascade,
        add column ended_at timestamptz,
        add column ended_because text,
        add check ((granted_in is null) = (granted_by is null));
      alter table invitations
        -- the API key that made it; null: a person did
        add column api_key_id uuid,
        add column ended_at timestamptz,
        add column ended_because text;
      do $$ begin
        execute format('grant update on password_resets to %I', api_role());
      end $$;

      create function role_rank(role text) returns integer language sql immutable parallel safe as
        $$ select array_position(array['viewer', 'editor', 'admin', 'owner'], role) $$;

      create function membership_ends_links() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if tg_op = 'INSERT' then
            update invitations set ended_at = now(), ended_because = 'already_member'
              where tenant_id = new.tenant_id and ended_at is null
                and email = (select u.email from users u where u.id = new.user_id);
            update password_resets set ended_at = now(), ended_because = 'joined_elsewhere'
              where user_id = new.user_id and granted_in <> new.tenant_id and ended_at is null;
            return null;
          end if;
          if tg_op = 'DELETE' then
            update invitations set ended_at = now(), ended_because = 'maker_left'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null;
            delete from api_keys where tenant_id = old.tenant_id and user_id = old.user_id;
          elsif role_rank(new.role) < role_rank(old.role) then
            update invitations set ended_at = now(), ended_because = 'maker_demoted'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null
                and (role_rank(new.role) < role_rank('admin') or role_rank(new.role) < role_rank(role));
          end if;
          if tg_op = 'DELETE' or new.role <> old.role then
            update password_resets set ended_at = now(), ended_because = 'membership_changed'
              where granted_in = old.tenant_id and old.user_id in (user_id, granted_by) and ended_at is null;
          end if;
          return null;
        end $$;
      create trigger membership_ends_links after insert or delete or update of role on memberships
        for each row execute function membership_ends_links();

      create function password_ends_links() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update password_resets set ended_at = now(), ended_because = 'password_changed'
            where user_id = new.user_id and ended_at is null;
          return null;
        end $$;
      create trigger password_ends_links after update of hash on user_passwords
        for each row execute function password_ends_links();

      create function api_key_ends_links() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update invitations set ended_at = now(), ended_because = 'key_removed'
            where tenant_id = old.tenant_id and api_key_id = old.id and ended_at is null;
          return null;
        end $$;
      create trigger api_key_ends_links after delete on api_keys
        for each row execute function api_key_ends_links();

      drop function find_invitation(text);
      create function find_invitation(wanted text)
        returns table (id uuid, tenant_id uuid, email text, role text, is_open boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select i.id, i.tenant_id, i.email, i.role, i.ended_at is null and i.expires_at > now()
          from invitations i where i.token_hash = wanted
        $$;
      select grant_lookup('find_invitation(text)');

      drop function find_password_reset(text);
      create function find_password_reset(wanted text)
        returns table (user_id uuid, granted_in uuid, granted_by uuid, is_open boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.user_id, r.granted_in, r.granted_by, r.ended_at is null and r.expires_at > now()
          from password_resets r where r.token_hash = wanted
        $$;
      select grant_lookup('find_password_reset(text)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from password_resets where ended_at is not null;
      delete from invitations where ended_at is not null;
      drop trigger api_key_ends_links on api_keys;
      drop trigger password_ends_links on user_passwords;
      drop trigger membership_ends_links on memberships;
      drop function api_key_ends_links(), password_ends_links(), membership_ends_links(), role_rank(text),
        find_invitation(text), find_password_reset(text);
      alter table invitations drop column api_key_id, drop column ended_at, drop column ended_because;
      alter table password_resets drop column granted_in, drop column granted_by, drop column ended_at,
        drop column ended_because;
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
}
