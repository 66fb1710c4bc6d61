import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a person likes the app, wherever they sign in. Theirs alone, and of no tenant. */
export class AddPreferences1795700090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table user_preferences (
        user_id uuid primary key references users on delete cascade,
        preferences jsonb not null check (jsonb_typeof(preferences) = 'object' and pg_column_size(preferences) <= 8192),
        updated_at timestamptz not null default now()
      );
      select secure_table('user_preferences');
      do $$ begin
        execute format('create policy api_own on user_preferences to %I using (user_id = current_app_user()) with check (user_id = current_app_user())', api_role());
        execute format('grant select, insert, update on user_preferences to %I', api_role());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table user_preferences');
  }
}
