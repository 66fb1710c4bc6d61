import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last call showed of a credential: whether it works. */
export class CredentialProof1795712000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table credentials
        -- {ok, at, by: 'test' | 'run', message}; null until a call showed it, and again when its fields change.
        add column proof jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table credentials drop column proof');
  }
}
