import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

const rename = async (person: TestPerson, slug: string) => {
  const { status, body } = await person.call('PATCH', 'tenants/current', { slug });
  return status === 200 ? 200 : body.code;
};
async function live(person: TestPerson, name: string) {
  const chain = [nodes.webhook('call-me', { responseMode: 'lastNode' }), nodes.fields({ who: name })];
  const { body } = await person.call('POST', 'workflows', workflow(name, chain));
  expect((await person.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
}
const who = async (slug: string) => {
  const { status, body } = await server.call('GET', `/webhook/t/${slug}/call-me`);
  return status === 200 ? body.who : status;
};

it('an address that names a tenant never leads to another, although the tenant goes by another name or is gone', async () => {
  await live(ada, 'ada');
  await live(bob, 'bob');
  expect([await rename(ada, 'engines'), await who('engines')]).toEqual([200, 'ada']);
  expect(await who('machines')).toBe(404);
  expect([await rename(ada, 'machines'), await who('engines'), await who('machines')]).toEqual([200, 404, 'ada']);
  expect([await rename(bob, 'engines'), await who('engines')]).toEqual(['tenant.slug_taken', 404]);
  expect([await rename(ada, 'engines'), await who('engines'), await who('machines')]).toEqual([200, 'ada', 404]);

  const gone = await server.person('Gone');
  await live(gone, 'gone');
  expect(await rename(gone, 'gone-soon')).toBe(200);
  expect(await who('gone-soon')).toBe('gone');
  expect((await gone.call('DELETE', 'tenants/current?slug=gone-soon')).status).toBe(204);
  expect([await rename(bob, 'gone-soon'), await who('gone-soon')]).toEqual(['tenant.slug_taken', 404]);
  // Nor does the plain path that it held go to whoever comes next.
  const later = new pg.Client(server.databaseUrl);
  await later.connect();
  const held = await later.query(
    `select from webhook_holds where segment = 't/gone-soon' and kept_until > now() + interval '29 days'`,
  );
  expect(held.rowCount).toBe(1);
  await later.query(`update webhook_holds set kept_until = now() - interval '1 second'`);
  await later.end();
  expect([await rename(bob, 'gone-soon'), await who('gone-soon')]).toEqual([200, 'bob']);
});

it('nobody keeps all good names by going through them', async () => {
  const eve = await server.person('Eve');
  const outcomes = [];
  for (let i = 0; i < 12; i++) outcomes.push(await rename(eve, `good-name-${i}`));
  expect(outcomes.slice(0, 10).every((each) => each === 200)).toBe(true);
  expect(outcomes.at(-1)).toBe('tenant.too_many_slugs');
  expect(await rename(eve, 'good-name-3')).toBe(200);
});
