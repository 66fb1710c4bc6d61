import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { DomainEvents } from './domain-events.js';
import { UnitOfWork } from './unit-of-work.js';
import { newId } from './uuid.js';

@Entity('notes')
class Note {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') text!: string;
}

class AddNotes1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notes (id uuid primary key, tenant_id uuid not null, text text not null);
      select make_tenant_table('notes', engine => 'select');
      create function count_notes() returns bigint language sql stable security definer
        set search_path = public, pg_temp as $$ select count(*) from notes $$;
      select grant_lookup('count_notes()');
    `);
  }
  async down(): Promise<void> {}
}

const POOL = 3;
const [one, two] = [newId(), newId()];
let test: TestDatabase;
let work: UnitOfWork;

const write = (tenantId: string, text: string, as = tenantId) =>
  work.inTenant(as, (tx) => tx.insert(Note, { id: newId(), tenantId, text }));
const texts = async (tenantId: string) =>
  (await work.inTenant(tenantId, (tx) => tx.find(Note))).map((note) => note.text).sort();

beforeAll(async () => {
  test = await testDatabase({ entities: [Note], migrations: [AddNotes1764000000001] }, POOL);
  work = new UnitOfWork(test.database);
  await write(one, 'of one');
  await write(two, 'of two');
});
afterAll(() => test.drop());

describe('a unit of work', () => {
  it('sees the rows of its tenant alone, whatever it asks for', async () => {
    expect(await texts(one)).toEqual(['of one']);
    expect(await texts(two)).toEqual(['of two']);
  });

  it('can not write for another tenant', async () => {
    await expect(write(two, 'smuggled', one)).rejects.toThrow(/row-level security/);
  });

  it('sees nothing without a tenant, but may call look-up functions', async () => {
    expect(await work.beforeTenant((tx) => tx.find(Note))).toEqual([]);
    expect(await work.beforeTenant((tx) => tx.query('select count_notes() as n'))).toEqual([{ n: 2 }]);
  });

  it('leaves no tenant behind on its connection', async () => {
    await Promise.all(Array.from({ length: POOL * 2 }, () => texts(one)));
    for (let i = 0; i < POOL * 2; i++) expect(await work.beforeTenant((tx) => tx.find(Note))).toEqual([]);
  });

  it('has no way out of its role', async () => {
    const owner = test.database.logins.owner.user;
    for (const sql of [
      `set role ${owner}`,
      'set row_security = off; select * from notes',
      'alter table notes no force row level security',
    ]) {
      await expect(work.inTenant(one, (tx) => tx.query(sql))).rejects.toThrow();
    }
    const [role] = await work.beforeTenant((tx) =>
      tx.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user'),
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it('lets the engine do across tenants what was granted, and no more', async () => {
    expect((await work.asEngine((tx) => tx.find(Note))).length).toBe(2);
    await expect(work.asEngine((tx) => tx.query('delete from notes'))).rejects.toThrow(/permission denied/);
  });

  it('takes everything back when it fails', async () => {
    const failing = work.inTenant(one, async (tx) => {
      await tx.insert(Note, { id: newId(), tenantId: one, text: 'half' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await texts(one)).toEqual(['of one']);
  });

  it('serves more callers than it has connections', async () => {
    const callers = Array.from({ length: POOL * 4 }, () =>
      work.inTenant(one, (tx) => tx.query('select pg_sleep(0.02)')),
    );
    expect((await Promise.all(callers)).length).toBe(POOL * 4);
  });

  it('refuses an id that is none', () => {
    expect(() => work.inTenant(`'; drop table notes`, async () => 1)).toThrow(TypeError);
  });
});

describe('domain events', () => {
  it('arrive after the commit, once, and not at all after a rollback', async () => {
    const events = new DomainEvents(work);
    const seen: unknown[] = [];
    events.on('note.written', (event) => void seen.push(event.payload));
    const emit = (n: number, then: () => void) =>
      work.inTenant(one, async (tx) => {
        await events.emit(tx, { type: 'note.written', tenantId: one, payload: { n } });
        then();
      });
    await emit(1, () => expect(seen).toEqual([]));
    await emit(2, () => {
      throw new Error('rolled back');
    }).catch(() => {});
    await events.settled();
    expect(seen).toEqual([{ n: 1 }]);
    expect(await work.asEngine((tx) => tx.query('select * from outbox'))).toEqual([]);
  });

  it('are kept and tried again when a handler fails', async () => {
    const events = new DomainEvents(work);
    let calls = 0;
    events.on('note.flaky', () => {
      if (++calls === 1) throw new Error('not now');
    });
    await work.inTenant(two, (tx) => events.emit(tx, { type: 'note.flaky', tenantId: two, payload: {} }));
    await events.settled();
    const [kept] = await work.asEngine((tx) => tx.query('select attempts, error, due_at > now() as later from outbox'));
    expect(kept).toEqual({ attempts: 1, error: 'not now', later: true });
    await work.asEngine((tx) => tx.query('update outbox set due_at = now()'));
    await events.settled();
    expect(calls).toBe(2);
    expect(await work.asEngine((tx) => tx.query('select * from outbox'))).toEqual([]);
  });
});
