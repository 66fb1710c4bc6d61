import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a credential may be sent. Those that are there already are settled by their next use. */
export class AllowedHosts1795708000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table credentials
        -- Host patterns; empty until the first use, or a person, says which.
        add column allowed_hosts text[] not null default '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table credentials drop column allowed_hosts');
  }
}
