import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts how often a run was taken up and got no further, whatever it was that ended it: a fault, or the whole process. */
export class FruitlessRuns1795705010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table executions
        add column fruitless smallint not null default 0,
        add column fruitless_at integer,
        add column fault text;
      comment on column executions.fruitless is 'How often in a row it was left behind at the same place.';
      comment on column executions.fruitless_at is 'That place: how far it had got, counted in events that are progress; null while it is not known.';
      comment on column executions.fault is 'What was thrown there last; null when the process ended.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table executions drop column fruitless, drop column fruitless_at, drop column fault');
  }
}
