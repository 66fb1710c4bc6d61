import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a webhook's path leads to is the engine's role's to find, whoever calls: the API's role acts for one tenant at a
 * time, and has no business with the routes of others. Nor does either role make temporary tables.
 */
export class NarrowGrants1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        execute format('revoke execute on function find_webhooks(text[], text, boolean) from %I', api_role());
        -- Everybody may make temporary tables unless told otherwise. Where the database is somebody else's, it stays.
        if pg_has_role((select datdba from pg_database where datname = current_database()), 'usage') then
          execute format('revoke temporary on database %I from public', current_database());
        end if;
      end $$;
      -- Nothing calls it any more.
      drop function find_tenant(text);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        execute format('grant execute on function find_webhooks(text[], text, boolean) to %I', api_role());
        execute format('grant temporary on database %I to public', current_database());
      end $$;
      create function find_tenant(wanted text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select id from tenants where slug = wanted
        $$;
      select grant_lookup('find_tenant(text)', true);
    `);
  }
}
