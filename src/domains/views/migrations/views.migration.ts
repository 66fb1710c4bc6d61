import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of lists: each a person's own, for their eyes alone or shared with the tenant. */
export class AddViews1795700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table views (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null,
        -- Who made it. Null when they have left: what they shared stays, for the admins to look after.
        user_id uuid,
        list text not null check (list in ('workflows', 'executions', 'credentials')),
        name text not null check (length(name) between 1 and 100),
        -- What stands behind the question mark in the address of the list.
        query text not null check (length(query) <= 2000),
        shared boolean not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        primary key (tenant_id, id),
        foreign key (tenant_id, user_id) references memberships on delete set null (user_id)
      );
      create unique index views_of_user on views (tenant_id, user_id, list, lower(name));
      select make_tenant_table('views');

      -- Within the tenant, what is not shared is there for its owner alone. Restrictive: it narrows the tenant's policy.
      do $$ begin
        execute format('create policy api_private on views as restrictive to %I using (shared or user_id = current_app_user())', api_role());
      end $$;

      -- What a member kept for themselves goes with them. As the owner of the table: nobody else can see it.
      create function forget_private_views() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from views where tenant_id = old.tenant_id and user_id = old.user_id and not shared;
          return old;
        end $$;
      revoke all on function forget_private_views() from public;
      create trigger forget_private_views before delete on memberships
        for each row execute function forget_private_views();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger forget_private_views on memberships;
      drop function forget_private_views();
      drop table views;
    `);
  }
}
