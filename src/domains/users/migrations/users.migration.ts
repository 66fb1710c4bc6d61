import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users are global; what a tenant sees of them follows from its memberships. Password hashes are the user's alone. */
export class AddUsers1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table users (
        id uuid primary key,
        -- lower case
        email text not null unique,
        name text not null,
        created_at timestamptz not null default now(),
        disabled_at timestamptz,
        -- where the next login leads
        last_tenant_id uuid
      );
      select secure_table('users');

      create table user_passwords (
        user_id uuid primary key references users on delete cascade,
        hash text not null,
        changed_at timestamptz not null default now()
      );
      select secure_table('user_passwords');

      do $$ begin
        execute format('create policy api_own on users to %I using (id = current_app_user()) with check (id = current_app_user())', api_role());
        execute format('create policy api_own on user_passwords to %I using (user_id = current_app_user()) with check (user_id = current_app_user())', api_role());
        execute format('grant select, insert, update on users, user_passwords to %I', api_role());
      end $$;

      create function find_login(wanted text) returns table (user_id uuid, hash text, disabled boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select u.id, p.hash, u.disabled_at is not null
          from users u join user_passwords p on p.user_id = u.id where u.email = wanted
        $$;
      select grant_lookup('find_login(text)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function find_login(text); drop table user_passwords; drop table users');
  }
}
