import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/** Who is called at a plain path: whoever holds its first segment, with all methods and everything below. */
let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

interface Told {
  url: string;
  method: string;
  free: boolean;
  note?: string;
}

/** A saved workflow that answers calls with the name of its tenant. */
async function saved(person: TestPerson, path: string, webhookId?: string, methods = ['GET']): Promise<string> {
  const hook = { ...nodes.webhook(path, { methods, responseMode: 'lastNode' }), ...(webhookId ? { webhookId } : {}) };
  const who = nodes.fields({ who: person === ada ? 'ada' : 'bob' });
  const { status, body } = await person.call('POST', 'workflows', workflow(path, [hook, who]));
  expect(status).toBe(201);
  return body.id;
}
async function publish(person: TestPerson, id: string): Promise<Told[]> {
  const { status, body } = await person.call('POST', `workflows/${id}/activate`);
  expect([status, body]).toEqual([200, expect.objectContaining({ webhooks: expect.any(Array) })]);
  return body.webhooks;
}
const live = async (...args: Parameters<typeof saved>) => publish(args[0], await saved(...args));
const unpublish = (person: TestPerson, id: string) => person.call('POST', `workflows/${id}/deactivate`);
const who = async (path: string, method = 'GET') => {
  const { status, body } = await server.call(method, path);
  return status === 200 ? body.who : status;
};
const pathOf = ({ url }: Told) => new URL(url).pathname;

describe('the holder of a first segment', () => {
  it('keeps what lies below its parameters, however others spell it', async () => {
    await live(ada, 'users/:id', 'hook-a');
    expect(await who('/webhook/hook-a/users/me')).toBe('ada');
    for (const [path, id] of [
      ['hook-a/users/me'],
      ['hook-a/users/%6de'],
      ['HOOK-A/users/me'],
      ['hook%2Da/users/me'],
      ['users/:name', 'hook-a'],
      ['users/me/:more', 'hook-a'],
      ['users/:id', '/hook-a/'],
      ['me/:x', 'hook-a/users'],
      ['/', 'hook-a'],
      ['hook-a'],
    ] as const) {
      const workflowId = await saved(bob, path, id);
      const [told] = await publish(bob, workflowId);
      expect([path, told?.free, told?.note]).toEqual([path, false, expect.not.stringMatching(/ada/i)]);
      expect([path, await who('/webhook/hook-a/users/me')]).toEqual([path, 'ada']);
      expect([path, await who('/webhook/hook-a')]).toEqual([path, 404]);
      expect((await bob.call('GET', 'webhooks')).body.items[0]).toMatchObject({ url: told?.url, free: false });
      expect([path, await who(pathOf(told as Told).replace(/:\w+/g, 'x'))]).toEqual([path, 'bob']);
      await unpublish(bob, workflowId);
    }
  });

  it('keeps the other methods of its paths, and of all paths', async () => {
    await live(ada, 'methods', undefined, ['POST']);
    const [told] = await live(bob, 'methods', undefined, ['GET', 'PUT']);
    expect(told?.free).toBe(false);
    expect([await who('/webhook/methods', 'POST'), await who('/webhook/methods', 'PUT')]).toEqual(['ada', 404]);
    const preflight = await server.call('OPTIONS', '/webhook/methods', undefined, {
      'access-control-request-method': 'GET',
      origin: 'https://elsewhere.example',
    });
    expect(preflight.headers.get('access-control-allow-methods')).toBe('OPTIONS, POST');
  });

  it('keeps it over unpublishing, a new version with another path, and deletion', async () => {
    const id = await saved(ada, 'lasting');
    await publish(ada, id);
    await unpublish(ada, id);
    expect((await live(bob, 'lasting/one'))[0]?.free).toBe(false);
    expect(await who('/webhook/lasting/one')).toBe(404);
    const document = (await ada.call('GET', `workflows/${id}`)).body;
    document.nodes[0].parameters.path = 'moved';
    await ada.call('PUT', `workflows/${id}`, document);
    await publish(ada, id);
    expect((await live(bob, 'lasting/two'))[0]?.free).toBe(false);
    expect((await ada.call('DELETE', `workflows/${id}`)).status).toBe(204);
    for (const path of ['lasting', 'moved']) expect((await live(bob, path))[0]?.free).toBe(false);
    expect((await live(ada, 'lasting'))[0]?.free).toBe(true);
    expect(await who('/webhook/lasting')).toBe('ada');
  });

  it('has the same routes after it is published again', async () => {
    const id = await saved(ada, 'same-id');
    await publish(ada, id);
    const mine = async () =>
      (await ada.call('GET', 'webhooks?limit=100')).body.items.filter((each: Told) => each.url.endsWith('/same-id'));
    const [before] = await mine();
    await publish(ada, id);
    expect(await mine()).toEqual([before]);
  });

  it('is not found by a tenant that only listens, and the other way round', async () => {
    const mine = await saved(ada, 'listened');
    const theirs = await saved(bob, 'listened');
    const listen = async (person: TestPerson, id: string): Promise<Told> =>
      (await person.call('POST', `workflows/${id}/listen`)).body.webhooks[0];
    const [first, second] = [await listen(ada, mine), await listen(bob, theirs)];
    expect(pathOf(first)).toBe('/webhook-test/listened');
    expect(pathOf(second)).toMatch(/^\/webhook-test\/t\/.+\/listened$/);
    expect(await who('/webhook-test/listened')).toBe('ada');
    expect(await who('/webhook-test/listened')).toBe(404);
    expect(await who(pathOf(second))).toBe('bob');
    expect((await publish(bob, theirs))[0]?.free).toBe(false);
  });
});

describe('a path', () => {
  it.each(['t', 'T/x', '%74/x', 'ｔ/x'])('that begins like %s is reserved', async (path) => {
    const { status, body } = await ada.call('POST', `workflows/${await saved(ada, path)}/activate`);
    expect([status, body.code]).toEqual([422, 'webhook.path_reserved']);
  });

  it.each([
    ['no code of a character', '50%'],
    ['a way up', 'a/../b'],
    ['a way up, encoded', '%2e%2e/b'],
    ['too many characters', 'x'.repeat(501)],
    ['characters that grow', '\ufdfa'.repeat(400)],
  ])('that nobody could call is refused: %s', async (_, path) => {
    const { status, body } = await ada.call('POST', `workflows/${await saved(ada, path)}/activate`);
    expect([status, body.code]).toEqual([422, 'webhook.path_invalid']);
  });

  it('is shown as it is called', async () => {
    const [told] = await live(ada, ' /Größe 1?/a%2Fb# ');
    expect(pathOf(told as Told)).toBe('/webhook/Gr%C3%B6%C3%9Fe%201%3F/a%2Fb%23');
    expect(await who(pathOf(told as Told))).toBe('ada');
    expect(await who('/webhook/Gro%CC%88%C3%9Fe%201%3f//a%2fb%23/')).toBe('ada');
  });

  it.each(['/webhook/%00', '/webhook/a/%00/b'])('that can’t be read is answered: %s', async (path) => {
    expect((await server.call('GET', path)).body).toMatchObject({ status: 404, code: 'webhook.not_found' });
  });
});

describe('what a tenant is told beforehand', () => {
  const told = async (person: TestPerson, path: string) =>
    (await person.call('GET', `webhooks/address?path=${encodeURIComponent(path)}`)).body;

  it('is what a call meets afterwards', async () => {
    expect(await told(ada, 'asked/:id')).toEqual({
      url: `${server.url}/webhook/asked/:id`,
      testUrl: `${server.url}/webhook-test/asked/:id`,
      free: true,
    });
    await live(ada, ':id', 'asked');
    expect(await told(ada, 'Asked')).toMatchObject({ free: true });
    const refused = await told(bob, 'ASKED/x');
    expect(refused).toMatchObject({ free: false, note: expect.stringContaining('not free') });
    const [published] = await live(bob, 'ASKED/x');
    expect([published?.url, await who(pathOf(published as Told))]).toEqual([refused.url, 'bob']);
    expect((await told(bob, 't/x')).code).toBe('webhook.path_reserved');
    expect((await told(bob, 'a/../b')).code).toBe('webhook.path_invalid');
  });
});

describe('a held path', () => {
  const held = async (person: TestPerson, segment: string) =>
    (await person.call('GET', 'webhooks/held?limit=200')).body.items.find(
      (each: { segment: string }) => each.segment === segment,
    );

  it('is let go of by its tenant alone, once nothing is called by it', async () => {
    const id = await saved(ada, 'Given-Up/:id', 'given-up');
    await publish(ada, id);
    const mine = await held(ada, 'given-up');
    expect(mine).toMatchObject({ used: true, keptUntil: null });
    expect(await held(bob, 'given-up')).toBeUndefined();
    expect((await bob.call('DELETE', `webhooks/held/${mine.id}`)).status).toBe(404);
    expect((await ada.call('DELETE', `webhooks/held/${mine.id}`)).body.code).toBe('webhook.path_in_use');
    await unpublish(ada, id);
    const { used, keptUntil } = await held(ada, 'given-up');
    expect([used, Math.round((Date.parse(keptUntil) - Date.now()) / 86_400_000)]).toEqual([false, 30]);
    expect((await live(bob, 'given-up'))[0]?.free).toBe(false);
    expect((await ada.call('DELETE', `webhooks/held/${mine.id}`)).status).toBe(204);
    expect((await ada.call('DELETE', `webhooks/held/${mine.id}`)).status).toBe(404);
    // It is nobody's until somebody publishes.
    expect(await who('/webhook/given-up')).toBe(404);
    expect((await publish(ada, id))[0]?.free).toBe(true);
    const { items } = (await ada.call('GET', 'audit?action=webhook.path_released')).body;
    expect(items[0]).toMatchObject({ action: 'webhook.path_released', after: { segment: 'given-up' } });
  });

  it('is one of so many', async () => {
    const crowd = new pg.Client(server.databaseUrl);
    await crowd.connect();
    await crowd.query(
      `insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
       select gen_random_uuid(), 'crowd-' || i, $1, '1 day', now() + interval '1 day' from generate_series(1, 2000) i`,
      [bob.tenantId],
    );
    const [told] = await live(bob, 'one-too-many');
    expect(told).toMatchObject({ free: false, note: expect.stringMatching(/holds 2,000 plain paths.*let go of some/) });
    expect(await who(pathOf(told as Told))).toBe('bob');
    expect((await bob.call('GET', 'webhooks/address?path=two-too-many')).body.note).toBe(told?.note);
    expect((await live(ada, 'one-too-many'))[0]?.free).toBe(true);
    // What is over does not count.
    await crowd.query(`update webhook_holds set kept_until = now() - interval '1 s' where segment like 'crowd-%'`);
    expect((await live(bob, 'room-again'))[0]?.free).toBe(true);
    expect((await crowd.query(`select from webhook_holds where segment like 'crowd-%'`)).rowCount).toBe(0);
    await crowd.end();
  });
});

it('two tenants that publish at the same moment: one of them holds it, and both are told the truth', async () => {
  const other = await testServer({}, server.databaseUrl);
  try {
    const twin = other.as(bob.accessToken);
    for (let round = 0; round < 8; round++) {
      const [mine, theirs] = [await saved(ada, `race-${round}/a`), await saved(bob, `race-${round}/a`)];
      const [first, second] = await Promise.all([
        publish(ada, mine),
        twin('POST', `workflows/${theirs}/activate`).then(({ body }) => body.webhooks as Told[]),
      ]);
      expect([first[0]?.free, second[0]?.free].sort()).toEqual([false, true]);
      const winner = first[0]?.free ? 'ada' : 'bob';
      expect(await who(`/webhook/race-${round}/a`)).toBe(winner);
      expect((await other.call('GET', `/webhook/race-${round}/a`)).body.who).toBe(winner);
    }
  } finally {
    await other.drop();
  }
});

it('many workflows that go live and are taken back at once never stand in each other’s way', async () => {
  const ids = await Promise.all([...Array(6)].map((_, i) => saved(i % 2 ? ada : bob, `busy-${i % 3}/${i}`)));
  await Promise.all(
    ids.map(async (id, i) => {
      const person = i % 2 ? ada : bob;
      for (let round = 0; round < 4; round++) {
        await publish(person, id);
        await publish(person, id);
        expect((await unpublish(person, id)).status).toBe(200);
      }
    }),
  );
});

it('who takes an address back waits for the turn with nothing in hand that others wait for', async () => {
  const [one, two] = [await saved(ada, 'turns/live'), await saved(ada, 'turns/test')];
  await publish(ada, one);
  expect((await ada.call('POST', `workflows/${two}/listen`)).status).toBe(200);
  const database = [new pg.Client(server.databaseUrl), new pg.Client(server.databaseUrl)] as const;
  const [turn, other] = database;
  for (const each of database) await each.connect();
  const waiting = async () =>
    (await other.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
      .rowCount;
  for (const act of [
    () => unpublish(ada, one),
    () => ada.call('DELETE', `workflows/${two}/listen`),
    () => ada.call('POST', `workflows/${two}/listen`),
  ]) {
    await turn.query('begin; select from live_epoch for update');
    const acted = act();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    // Refused when one of them is locked.
    await other.query(`select from webhook_routes where segment = 'turns' for update nowait`);
    await turn.query('commit');
    expect((await acted).status).toBeLessThan(300);
  }
  for (const each of database) await each.end();
});

it('the turn of all tenants is had for two statements, whatever the number of addresses, and that is bounded', async () => {
  const many = (count: number) => ({
    ...workflow('Many', []),
    nodes: [...Array(count)].map((_, i) => ({
      ...nodes.webhook(`many-${i}/a`, { methods: ['GET'] }),
      ...{ id: `n${i}`, name: `Webhook ${i}`, position: [0, i * 100] },
    })),
  });
  const { id } = (await ada.call('POST', 'workflows', many(250))).body;
  const told = await publish(ada, id);
  expect([told.length, told.every(({ free }) => free)]).toEqual([250, true]);
  expect(told[249]?.url).toMatch(/many-249\/a$/);
  expect((await ada.call('POST', `workflows/${id}/listen`)).body.webhooks.length).toBe(250);
  // Each statement that adds addresses moves the number of the addresses on, and so does each new hold.
  const database = new pg.Client(server.databaseUrl);
  await database.connect();
  const epoch = async () => Number((await database.query('select epoch from live_epoch')).rows[0].epoch);
  const before = await epoch();
  await publish(ada, id);
  expect((await epoch()) - before).toBe(2);
  await database.end();
  const over = (await ada.call('POST', 'workflows', many(251))).body.id;
  for (const act of ['activate', 'listen']) {
    const { status, body } = await ada.call('POST', `workflows/${over}/${act}`);
    expect([status, body.code]).toEqual([422, 'webhook.too_many']);
  }
});

it('workflows of one tenant that want one path at once are told so, and never fail otherwise', async () => {
  const ids = await Promise.all([...Array(4)].map(() => saved(ada, 'wanted')));
  const seen = new Set<number>();
  await Promise.all(
    ids.map(async (id) => {
      for (let round = 0; round < 10; round++) {
        for (const act of ['activate', 'deactivate', 'listen'])
          seen.add((await ada.call('POST', `workflows/${id}/${act}`)).status);
        seen.add((await ada.call('DELETE', `workflows/${id}/listen`)).status);
      }
    }),
  );
  expect([...seen].sort()).toEqual([200, 204, 409]);
});

it('after its keep a segment is free again, and not before', async () => {
  const id = await saved(ada, 'kept');
  await publish(ada, id);
  await unpublish(ada, id);
  const theirs = await saved(bob, 'kept');
  const clock = new pg.Client(server.databaseUrl);
  await clock.connect();
  const passes = (days: number) =>
    clock.query(`update webhook_holds set kept_until = kept_until - make_interval(days => $1) where segment = 'kept'`, [
      days,
    ]);
  await passes(29);
  expect((await publish(bob, theirs))[0]?.free).toBe(false);
  await passes(2);
  expect((await publish(bob, theirs))[0]?.free).toBe(true);
  expect(await who('/webhook/kept')).toBe('bob');
  expect((await publish(ada, id))[0]?.free).toBe(false);
  expect(await who('/webhook/kept')).toBe('bob');
  // What is live needs no keep.
  await passes(60);
  expect((await publish(ada, id))[0]?.free).toBe(false);
  await clock.end();
});
