import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells runs that somebody tried by hand, with all that they called and that ran them again, from those in earnest: the
 * figures are of the latter.
 */
export class TestRuns1795710210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table executions add column is_test boolean not null default false;
      -- Only these are in it, so that runs in earnest have nothing to write to it.
      create index executions_tests on executions (tenant_id, workflow_id, id) where is_test;
      with recursive tests as (
        select id from executions where mode = 'manual'
        union
        select e.id from tests t join executions e on e.retry_of = t.id or e.parent_id = t.id
      )
      update executions e set is_test = true from tests t where e.id = t.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The index goes with its column.
    await runner.query('alter table executions drop column is_test');
  }
}
