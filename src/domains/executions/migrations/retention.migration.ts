import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has to go and when, how much each tenant stores, and partitions that can be made late and retired early. */
export class Retention1764000650000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Set at the end of a run that is not to be kept: whoever waits for its result has until then to read it.
      alter table executions add column remove_at timestamptz;
      create index executions_unkept on executions (remove_at) where remove_at is not null;

      create table tenant_usage (
        tenant_id uuid primary key,
        -- Rolling: added to in batches, taken off by whatever deletes; below nothing when that is quicker.
        journal_bytes bigint not null default 0
      );
      select make_tenant_table('tenant_usage', 'select, insert, update', 'select, insert, update');

      create index blob_ledger_execution on blob_ledger (execution_id);

      -- Makes the partitions of the week that holds a day, when they are missing. What came while they were missing is
      -- in the default partition, and is moved.
      create or replace function make_execution_partition(day date) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        first timestamptz := date_trunc('week', day::timestamp) at time zone 'UTC';
        from_id uuid := first_id_at(first);
        to_id uuid := first_id_at(first + interval '7 days');
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        kind text;
        key text;
      begin
        if to_regclass('executions_' || name) is not null then return; end if;
        lock table executions, execution_journal in share update exclusive mode;
        lock table executions_default, execution_journal_default in access exclusive mode;
        foreach kind in array array['executions', 'execution_journal'] loop
          key := case kind when 'executions' then 'id' else 'execution_id' end;
          execute format('create table %I (like %I including all)', kind || '_' || name, kind);
          execute format('with late as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from late',
            kind || '_default', key, from_id, key, to_id, kind || '_' || name);
          execute format('alter table %I attach partition %I for values from (%L) to (%L)',
            kind, kind || '_' || name, from_id, to_id);
        end loop;
      end $$;

      drop function drop_execution_partition(date);
      -- Drops the partitions of the week that holds a day. What has not ended, or not long enough ago, is moved to the
      -- default partition first; when that is more than so many executions, nothing happens.
      create function retire_execution_partition(day date, ended_before timestamptz, move_at_most integer) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        staying bigint;
      begin
        if to_regclass('executions_' || name) is null then return false; end if;
        -- Named by one name within this function, whatever week it is.
        execute format('create temporary table staying on commit drop as select id from %I where finished_at is null or finished_at >= %L',
          'executions_' || name, ended_before);
        select count(*) into staying from staying;
        if staying > move_at_most then drop table staying; return false; end if;
        execute format('alter table executions detach partition %I', 'executions_' || name);
        execute format('alter table execution_journal detach partition %I', 'execution_journal_' || name);
        -- What has changed since it was looked at counts as it is now.
        execute format('insert into staying select id from %I e where (finished_at is null or finished_at >= %L) and not exists (select from staying s where s.id = e.id)',
          'executions_' || name, ended_before);
        execute format('insert into executions select e.* from %I e join staying using (id)', 'executions_' || name);
        execute format('insert into execution_journal select j.* from %I j join staying s on s.id = j.execution_id',
          'execution_journal_' || name);
        execute format('insert into tenant_usage (tenant_id, journal_bytes)
            select tenant_id, -sum(octet_length(events)) from %I j
            where not exists (select from staying s where s.id = j.execution_id) group by tenant_id order by tenant_id
          on conflict (tenant_id) do update set journal_bytes = tenant_usage.journal_bytes + excluded.journal_bytes',
          'execution_journal_' || name);
        execute format('drop table %I, %I', 'executions_' || name, 'execution_journal_' || name);
        drop table staying;
        return true;
      end $$;

      -- The first days of the weeks that have partitions.
      create function execution_weeks() returns setof date
      language sql stable security definer set search_path = public, pg_temp as $$
        select to_date(substr(c.relname, 12), 'IYYY"w"IW') from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'executions'::regclass and c.relname ~ '^executions_\\d{4}w\\d{2}$' order by 1
      $$;

      create function forget_idempotency_keys(before timestamptz, at_most integer) returns bigint
      language sql volatile security definer set search_path = public, pg_temp as $$
        with gone as (
          delete from idempotency_keys where (tenant_id, key) in (
            select tenant_id, key from idempotency_keys where created_at < before order by created_at limit at_most
          ) returning 1
        ) select count(*) from gone
      $$;

      do $$ declare f text; begin
        foreach f in array array['retire_execution_partition(date, timestamptz, integer)', 'execution_weeks()',
          'forget_idempotency_keys(timestamptz, integer)'] loop
          execute format('revoke all on function %s from public', f);
          execute format('grant execute on function %s to %I', f, engine_role());
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Retention is not taken back: it has dropped what it was to drop.');
  }
}
