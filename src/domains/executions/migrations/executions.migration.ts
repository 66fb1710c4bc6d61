import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Executions and their journals, partitioned by time: ids are UUIDv7, so a range of ids is a range of time and an id
 * alone says its partition. Partitions are made ahead and dropped by `make_execution_partition` and its twin, which run
 * as the owner; the default partition only catches what comes while a partition is missing.
 */
export class Executions1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table executions (
        id uuid not null primary key,
        tenant_id uuid not null,
        workflow_id uuid not null,
        workflow_version integer not null,
        status text not null
          check (status in ('queued', 'running', 'waiting', 'success', 'error', 'cancelled', 'in_doubt')),
        mode text not null,
        queued_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        -- A waiting run goes on at this time, if nothing wakes it before.
        wake_at timestamptz,
        -- Who runs it: every write carries the fence, so that who lost the lease can write nothing.
        fence integer not null default 0,
        lease_until timestamptz,
        cancel_requested boolean not null default false,
        parent_id uuid,
        retry_of uuid,
        error jsonb,
        -- What a list shows beside the status: the step it is at, what it waits for, how many items it gave.
        summary jsonb
      ) partition by range (id);
      create index executions_list on executions (tenant_id, id);
      create index executions_of_workflow on executions (tenant_id, workflow_id, id);
      create index executions_queued on executions (tenant_id, id) where status = 'queued';
      create index executions_leased on executions (lease_until) where status = 'running';
      create index executions_waking on executions (wake_at) where status = 'waiting' and wake_at is not null;
      create index executions_children on executions (parent_id) where parent_id is not null;
      select make_tenant_table('executions', 'select, delete', 'select, insert, update, delete');
      -- The API may ask a run to stop; everything else of it is the engine's to write.
      do $$ begin execute format('grant update (cancel_requested) on executions to %I', api_role()); end $$;

      create table execution_journal (
        execution_id uuid not null,
        -- Place of this chunk of events in the run's journal, from 0.
        seq integer not null,
        tenant_id uuid not null,
        events bytea not null,
        primary key (execution_id, seq)
      ) partition by range (execution_id);
      alter table execution_journal alter column events set storage external; -- compressed before it gets here
      select make_tenant_table('execution_journal', 'select, delete', 'select, insert, delete');

      create table executions_default partition of executions default;
      create table execution_journal_default partition of execution_journal default;

      -- The first id of a moment: its milliseconds, then zeros.
      create function first_id_at(moment timestamptz) returns uuid language sql immutable parallel safe as $$
        select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      $$;

      -- Makes the partitions of the week that holds a day, when they are missing.
      create function make_execution_partition(day date) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        first timestamptz := date_trunc('week', day::timestamp) at time zone 'UTC';
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        kind text;
      begin
        foreach kind in array array['executions', 'execution_journal'] loop
          execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
            kind || '_' || name, kind, first_id_at(first), first_id_at(first + interval '7 days'));
        end loop;
      end $$;
      do $$ begin for week in 0..4 loop perform make_execution_partition((now() at time zone 'UTC')::date + 7 * week); end loop; end $$;

      -- Drops the partitions of the week that holds a day, if nothing in them is unended.
      create function drop_execution_partition(day date) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        unended boolean;
      begin
        if to_regclass('executions_' || name) is null then return false; end if;
        execute format('select exists (select from %I where status in (''queued'', ''running'', ''waiting'', ''in_doubt''))',
          'executions_' || name) into unended;
        if unended then return false; end if;
        execute format('drop table %I, %I', 'executions_' || name, 'execution_journal_' || name);
        return true;
      end $$;
      -- The engine's alone: they touch every tenant.
      revoke all on function make_execution_partition(date), drop_execution_partition(date) from public;
      do $$ begin
        execute format('grant execute on function make_execution_partition(date), drop_execution_partition(date) to %I', engine_role());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table execution_journal, executions;
      drop function drop_execution_partition(date), make_execution_partition(date), first_id_at(timestamptz);
    `);
  }
}
