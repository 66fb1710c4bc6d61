import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses that let a run go on have a proof of the run in them from here on. Runs that wait just now have sent theirs
 * without one: these stay good for the wait that stands, and for no other of the run.
 */
export class UnsignedWaits1795705000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table executions add column unsigned_wait boolean;
      comment on column executions.unsigned_wait is
        'Its wait began before resume addresses were signed: it goes on by its id alone. Taken away when it goes on.';
      update executions set unsigned_wait = true where status = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table executions drop column unsigned_wait');
  }
}
