import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the executions that ran one again: an execution shows all its attempts. */
export class RetriesIndex1764001040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index executions_retries on executions (retry_of) where retry_of is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index executions_retries');
  }
}
