import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

const SECRET = 'k-secret-8f3a1';
let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const header = { name: 'Warehouse', type: 'httpHeaderAuth', data: { name: 'X-Key', value: SECRET } };
const created = async () => (await person.call('POST', 'credentials', header)).body.id as string;

describe('credentials', () => {
  it('take secrets in, and never give them out', async () => {
    const made = await person.call('POST', 'credentials', header);
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Warehouse', type: 'httpHeaderAuth', data: { name: 'X-Key' } },
    });
    const id = made.body.id;
    await person.call('PUT', `credentials/${id}`, { name: 'Renamed' });
    const answers = await Promise.all([
      person.call('GET', `credentials/${id}`),
      person.call('GET', 'credentials'),
      person.call('POST', `credentials/${id}/test`),
      person.call('GET', 'audit?limit=50'),
    ]);
    expect(JSON.stringify([made, ...answers])).not.toContain(SECRET);
    expect(answers[0]?.body.name).toBe('Renamed');
  });

  it('say how many workflows name them', async () => {
    const id = await created();
    const node = (name: string, credentials?: object) => ({
      id: name,
      name,
      type: 'httpRequest',
      version: 1,
      position: [0, 0],
      parameters: {},
      ...(credentials ? { credentials } : {}),
    });
    const use = { httpHeaderAuth: { id, name: 'Warehouse' } };
    for (const nodes of [[node('a', use), node('b', use)], [node('c', use)], [node('d')]]) {
      const made = await person.call('POST', 'workflows', { name: 'Uses it', nodes, edges: [] });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
    }
    expect((await person.call('GET', `credentials/${id}`)).body.usedBy).toBe(2);
    const uses = async (query: string) => (await person.call('GET', `credentials/${id}/workflows?${query}`)).body;
    const first = await uses('limit=1');
    const rest = await uses(`limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items]).toMatchObject([
      { name: 'Uses it', active: false },
      { name: 'Uses it', active: false },
    ]);
    expect(rest.nextCursor).toBeNull();
    const { call } = await server.person();
    expect((await call('GET', `credentials/${id}/workflows`)).status).toBe(404);
    const { items } = (await person.call('GET', 'credentials')).body;
    expect(items.find((each: { id: string }) => each.id === id).usedBy).toBe(2);
  });

  it('are encrypted, each bound to its own record', async () => {
    const [one, other] = [await created(), await created()];
    const client = new pg.Client(server.databaseUrl);
    await client.connect();
    try {
      const { rows } = await client.query('select id, sealed from credentials where id = any($1)', [[one, other]]);
      const sealed = Object.fromEntries(rows.map((row) => [row.id, row.sealed]));
      expect(sealed[one]).not.toContain(SECRET);
      expect(sealed[one]).not.toBe(sealed[other]);
      await client.query('update credentials set sealed = $1 where id = $2', [sealed[one], other]);
    } finally {
      await client.end();
    }
    const answer = await person.call('POST', `credentials/${other}/test`);
    expect(answer).toMatchObject({ status: 409, body: { code: 'credential.unreadable' } });
  });

  it('keep the fields that a change leaves out', async () => {
    const id = await created();
    expect((await person.call('PUT', `credentials/${id}`, { data: { name: 'X-Other' } })).body.data).toEqual({
      name: 'X-Other',
    });
    const { body } = await person.call('GET', `credentials/${id}`);
    expect(body.data).toEqual({ name: 'X-Other' });
  });

  it('name every field that is missing or wrong', async () => {
    const answer = await person.call('POST', 'credentials', {
      name: 'X',
      type: 'httpHeaderAuth',
      data: { nonsense: 1 },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'credential.invalid' } });
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain('data.nonsense');
    expect(await person.call('POST', 'credentials', { name: 'X', type: 'gone', data: {} })).toMatchObject({
      status: 422,
      body: { code: 'credential.unknown_type' },
    });
  });

  it('of another tenant are not there', async () => {
    const id = await created();
    const stranger = await server.person();
    for (const [method, path] of [
      ['GET', `credentials/${id}`],
      ['PUT', `credentials/${id}`],
      ['DELETE', `credentials/${id}`],
      ['POST', `credentials/${id}/test`],
    ]) {
      expect((await stranger.call(method as string, path as string, method === 'PUT' ? {} : undefined)).status).toBe(
        404,
      );
    }
    expect((await person.call('GET', `credentials/${id}`)).status).toBe(200);
  });

  it('are found by their name or by what their type is called', async () => {
    const ada = await server.person();
    await ada.call('POST', 'credentials', header);
    const basic = { name: 'Shop', type: 'httpBasicAuth', data: { user: 'u', password: 'p' } };
    await ada.call('POST', 'credentials', basic);
    const found = async (q: string) =>
      (await ada.call('GET', `credentials?q=${q}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await found('WARE')).toEqual(['Warehouse']);
    expect(await found('basic')).toEqual(['Shop']);
    expect(await found('100%25')).toEqual([]);
  });

  it('are deleted by the dozen, those of others never', async () => {
    const [one, two] = [await created(), await created()];
    const stranger = await server.person();
    const act = { action: 'delete', ids: [one, two] };
    const refused = await stranger.call('POST', 'credentials/bulk', act);
    expect(refused.body.items).toMatchObject([{ ok: false, code: 'credential.not_found' }, { ok: false }]);
    expect((await person.call('POST', 'credentials/bulk', act)).body.items).toEqual([
      { id: one, ok: true },
      { id: two, ok: true },
    ]);
    expect((await person.call('GET', `credentials/${one}`)).status).toBe(404);
    expect((await person.call('POST', 'credentials/bulk', { action: 'delete', ids: [] })).status).toBe(400);
  });

  it('tell their types and fields', async () => {
    const { items } = (await person.call('GET', 'credentials/types')).body;
    expect(items.map((item: { type: string }) => item.type)).toEqual(
      expect.arrayContaining([
        'httpBasicAuth',
        'httpBearerAuth',
        'httpHeaderAuth',
        'httpQueryAuth',
        'httpDigestAuth',
        'httpCustomAuth',
        'oAuth2Api',
      ]),
    );
  });
});
