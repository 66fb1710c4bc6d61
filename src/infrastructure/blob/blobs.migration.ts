import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files of executions, in chunks, for installations whose instances share a database and no folder; and the ledger of
 * what each execution keeps in whichever store there is.
 */
export class AddBlobs1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table blobs (
        tenant_id uuid not null,
        execution_id text not null,
        name uuid not null,
        -- Size; null until the last chunk is there.
        bytes bigint,
        created_at timestamptz not null default now(),
        primary key (tenant_id, execution_id, name)
      );
      create index blobs_unfinished on blobs (created_at) where bytes is null;
      select make_tenant_table('blobs', engine => 'select, delete');

      create table blob_chunks (
        tenant_id uuid not null,
        execution_id text not null,
        name uuid not null,
        seq integer not null,
        content bytea not null,
        primary key (tenant_id, execution_id, name, seq),
        foreign key (tenant_id, execution_id, name) references blobs on delete cascade
      );
      alter table blob_chunks alter column content set storage external; -- files are mostly compressed already
      select make_tenant_table('blob_chunks', engine => 'select');

      -- Written before the first byte of an execution's first file, so that no file is forgotten when it is deleted.
      create table blob_ledger (
        tenant_id uuid not null,
        execution_id text not null,
        bytes bigint not null default 0,
        created_at timestamptz not null default now(),
        primary key (tenant_id, execution_id)
      );
      create index blob_ledger_age on blob_ledger (created_at);
      create index blob_ledger_sum on blob_ledger (tenant_id) include (bytes);
      select make_tenant_table('blob_ledger', engine => 'select, insert, update, delete');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table blob_ledger, blob_chunks, blobs');
  }
}
