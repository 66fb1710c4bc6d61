import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When live workflows start by the clock: one row for each rule of each schedule trigger. */
export class Schedules1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedules (
        id uuid primary key,
        tenant_id uuid not null,
        workflow_id uuid not null,
        version integer not null,
        node_id text not null,
        -- Place of the rule among those of its trigger.
        place integer not null,
        rule jsonb not null,
        -- IANA zone of the workflow; null: the tenant's.
        timezone text,
        -- What becomes of times that passed while no scheduler ran: one run for all of them, or none.
        missed text not null check (missed in ('run-once', 'skip')),
        -- Null: no further time.
        next_at timestamptz,
        last_at timestamptz,
        -- What an interval counts from.
        anchor_at timestamptz not null,
        paused boolean not null default false,
        -- Why the last due time started no run.
        error text,
        unique (tenant_id, workflow_id, node_id, place),
        foreign key (tenant_id, workflow_id) references workflows (tenant_id, id) on delete cascade
      );
      create index schedules_list on schedules (tenant_id, id);
      create index schedules_due on schedules (next_at) where not paused and next_at is not null;
      select make_tenant_table('schedules', engine => 'select, update');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table schedules');
  }
}
