import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `collate by_name` orders names as people read them, in any database: item 2 before item 10, capitals beside small
 * letters, Ä beside A. Names that are not the same never come out equal, so that pages begin behind one for certain.
 * A PostgreSQL that was built without ICU has the order of its own.
 */
export class ByName1795713000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        create collation by_name (provider = icu, locale = 'und-u-kn-true');
      exception when feature_not_supported then
        create collation by_name from "C";
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop collation by_name');
  }
}
