import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys with permissions of their own, addresses that they may be used from, and the key that made them. */
export class ApiKeyBounds1795707030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index api_keys_of_tenant;
      alter table api_keys
        -- the key that made it, and takes it along when it goes
        add column parent_id uuid,
        -- null: all that its role may do
        add column permissions text[],
        -- addresses and CIDR blocks; null: from anywhere
        add column addresses text[],
        add constraint api_keys_of_tenant unique (tenant_id, id),
        add foreign key (tenant_id, parent_id) references api_keys (tenant_id, id) on delete cascade;
      create index api_keys_of_parent on api_keys (tenant_id, parent_id) where parent_id is not null;

      drop function api_key_principal(text);
      -- Who an API key acts for, and within which bounds; remembers its use, at most once a minute.
      create function api_key_principal(wanted text)
        returns table (id uuid, tenant_id uuid, user_id uuid, key_role text, member_role text, permissions text[],
          addresses text[])
        language plpgsql volatile security definer set search_path = public, pg_temp as $$
        begin
          update api_keys k set last_used_at = now()
            where k.hash = wanted and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
          return query
            select k.id, k.tenant_id, k.user_id, k.role, m.role, k.permissions, k.addresses from api_keys k
            join users u on u.id = k.user_id and u.disabled_at is null
            join memberships m on m.user_id = k.user_id and m.tenant_id = k.tenant_id
            where k.hash = wanted and (k.expires_at is null or k.expires_at > now());
        end $$;
      select grant_lookup('api_key_principal(text)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without their bounds, keys that had some would be able to do more.
      delete from api_keys where permissions is not null or addresses is not null;
      drop function api_key_principal(text);
      drop index api_keys_of_parent;
      alter table api_keys drop column parent_id, drop column permissions, drop column addresses,
        drop constraint api_keys_of_tenant;
      create index api_keys_of_tenant on api_keys (tenant_id, id);
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
    `);
  }
}
