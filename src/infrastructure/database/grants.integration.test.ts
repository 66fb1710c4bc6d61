import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { UnitOfWork } from './unit-of-work.js';
import { newId } from './uuid.js';

let test: TestDatabase;
let work: UnitOfWork;
beforeAll(async () => {
  test = await testDatabase();
  work = new UnitOfWork(test.database);
});
afterAll(() => test.drop());

type Role = 'api' | 'engine';
const ask = <R>(role: Role, sql: string, values: unknown[] = []): Promise<R[]> =>
  role === 'api' ? work.inTenant(newId(), (tx) => tx.query(sql, values)) : work.asEngine((tx) => tx.query(sql, values));

/** The functions that a role may call and that run with the rights of their owner, past row-level security. */
const pastTheWalls = async (role: Role) =>
  (
    await ask<{ name: string }>(
      role,
      `select p.proname as name from pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and has_function_privilege(p.oid, 'execute') order by 1`,
    )
  ).map(({ name }) => name);

describe('functions with the rights of the owner', () => {
  // Each of these answers one question about one thing that the caller has to know already: a secret's hash, an id that
  // can't be guessed. A further one needs the same thought before it is named here.
  it('are these for the role of the API', async () => {
    expect(await pastTheWalls('api')).toEqual([
      'api_key_principal',
      'claimed_tenant',
      'find_invitation',
      'find_login',
      'find_password_reset',
      'find_session',
      'hold_webhook_segment',
      'is_operator_tenant',
      'offer_claim',
      'prepare_installation',
      'release_webhook_hold',
      'session_principal',
      'take_claim',
      'tenants_of_user',
      'webhook_segment_is_free',
    ]);
  });

  it('are these for the role of the engine', async () => {
    expect(await pastTheWalls('engine')).toEqual([
      'execution_weeks',
      'find_webhooks',
      'forget_idempotency_keys',
      'make_execution_partition',
      'retire_execution_partition',
    ]);
  });

  it('say where they look names up, so that nobody can put others in between', async () => {
    const open = await ask(
      'api',
      `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and not coalesce('search_path=public, pg_temp' = any(proconfig), false)`,
    );
    expect(open).toEqual([]);
  });
});

describe.each(['api', 'engine'] as const)('the role of the %s', (role) => {
  it('is no superuser, passes by no policy, and makes no roles or databases', async () => {
    const [rights] = await ask(
      role,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
    );
    expect(Object.values(rights as object)).toEqual([false, false, false, false, false]);
    expect(await ask(role, `select from pg_auth_members where member = current_user::regrole`)).toEqual([]);
  });

  it.each([
    'create table mine (a int)',
    'create temporary table mine (a int)',
    'create function mine() returns int language sql as $$ select 1 $$',
    'create view mine as select 1',
    'create schema mine',
    'alter table workflows disable row level security',
    'drop policy api_tenant on workflows',
    'truncate audit',
    "select pg_read_file('/etc/passwd')",
    "copy (select 1) to program 'id'",
    'select * from pg_authid',
    'set role postgres',
    'select secure_table(1)',
    "select make_tenant_table('installation')",
    'select * from installation',
    'update live_epoch set epoch = 0',
  ])('may not: %s', async (sql) => {
    await expect(ask(role, sql)).rejects.toThrow(/permission denied|must be (owner|superuser)/);
  });

  it('has no right on a partition itself, where no policy would hold', async () => {
    const open = await ask(
      role,
      `select c.relname from pg_class c where c.relispartition
         and has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    );
    expect(open).toEqual([]);
  });

  it('owns nothing, and no view shows it what a table does not', async () => {
    expect(await ask(role, `select relname from pg_class where relowner = current_user::regrole`)).toEqual([]);
    const views = await ask(
      role,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(views).toEqual([]);
  });
});

it.each([
  'users',
  'user_passwords',
  'sessions',
  'password_resets',
  'api_keys',
  'invitations',
  'memberships',
  'credentials',
  'idempotency_keys',
])('the engine can neither read nor write %s', async (table) => {
  for (const right of ['select', 'insert', 'update', 'delete']) {
    const [row] = await ask<{ may: boolean }>('engine', 'select has_table_privilege($1, $2) as may', [table, right]);
    expect([right, row?.may]).toEqual([right, false]);
  }
});

it('the API writes of an execution only that it is to stop', async () => {
  await expect(ask('api', `update executions set status = 'success'`)).rejects.toThrow('permission denied');
  await expect(ask('api', 'update executions set fence = 99')).rejects.toThrow('permission denied');
  await expect(ask('api', 'insert into execution_journal (execution_id) values (null)')).rejects.toThrow(
    'permission denied',
  );
  await ask('api', 'update executions set cancel_requested = true');
});

it('a tenant set in one transaction is gone in the next on the same connection', async () => {
  const seen = () => work.beforeTenant((tx) => tx.query('select current_tenant() as tenant'));
  for (let i = 0; i < 8; i++) await work.inTenant(newId(), (tx) => tx.query('select 1'));
  const all = await Promise.all(Array.from({ length: 8 }, seen));
  expect(all.flat()).toEqual(Array.from({ length: 8 }, () => ({ tenant: null })));
});
