import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A slug leads addresses (`/webhook/t/<slug>/...`, and the tenant's own origin where there is one), so one that a tenant
 * gives up is nobody else's for a while. It is held where first segments of webhooks are, as `t/<slug>`.
 */
export class KeptSlugs1795706100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function keep_tenant_slug() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        -- As long as what is called by a plain path stays with its tenant.
        keep constant interval := '30 days';
        -- Nobody takes good names by going through them.
        most constant integer := 10;
        given_up text;
        of_tenant uuid;
      begin
        -- Whatever changes what an address leads to takes turns here.
        if tg_op = 'UPDATE' then update live_epoch set epoch = epoch + 1; else perform from live_epoch for update; end if;
        if tg_op in ('INSERT', 'UPDATE') then
          if exists (select from webhook_holds h
              where h.segment = 't/' || new.slug and h.tenant_id <> new.id and h.kept_until > now()) then
            raise unique_violation using message = 'This slug is kept for the tenant that had it last.';
          end if;
          delete from webhook_holds h where h.segment = 't/' || new.slug;
        end if;
        if tg_op = 'INSERT' then return new; end if;
        given_up := old.slug;
        of_tenant := old.id;
        if tg_op = 'UPDATE' and (select count(*) from webhook_holds h
            where h.tenant_id = of_tenant and h.segment like 't/%' and h.kept_until > now()) >= most then
          raise exception using errcode = 'OR001', message = 'The tenant has given up too many slugs lately.';
        end if;
        insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
        values (gen_random_uuid(), 't/' || given_up, of_tenant, keep, now() + keep)
        on conflict (segment) do update set tenant_id = excluded.tenant_id, kept_until = excluded.kept_until;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger keep_slug_of_new before insert on tenants for each row execute function keep_tenant_slug();
      create trigger keep_slug_of_changed before update of slug on tenants
        for each row when (old.slug <> new.slug) execute function keep_tenant_slug();
      create trigger keep_slug_of_removed before delete on tenants for each row execute function keep_tenant_slug();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger keep_slug_of_new on tenants;
      drop trigger keep_slug_of_changed on tenants;
      drop trigger keep_slug_of_removed on tenants;
      drop function keep_tenant_slug();
      delete from webhook_holds where segment like 't/%';
    `);
  }
}
