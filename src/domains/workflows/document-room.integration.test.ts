import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/** What one tenant may write into the database by saving and commenting, here a mebibyte. */
let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer({ TENANT_DOCUMENTS_MB: '1' });
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

const large = (name: string, kib: number) => ({
  ...workflow(name, [nodes.webhook(name)]),
  description: 'x'.repeat(kib * 1024),
});
const save = async (person: TestPerson, id: string) => {
  const { body } = await person.call('GET', `workflows/${id}`);
  return person.call('PUT', `workflows/${id}`, { ...body, description: `${body.description}y` });
};
const versions = async (person: TestPerson, id: string): Promise<number[]> =>
  (await person.call('GET', `workflows/${id}/versions?limit=100`)).body.items.map(
    (each: { version: number }) => each.version,
  );
const usage = async (person: TestPerson) => (await person.call('GET', 'tenants/current/usage')).body;

it('at the bound the oldest versions go that nobody ran or named, and then saves are refused', async () => {
  const id = (await ada.call('POST', 'workflows', large('grows', 100))).body.id;
  for (let i = 2; i <= 9; i++) expect((await save(ada, id)).status).toBe(200);
  expect(await versions(ada, id)).toHaveLength(9);
  await ada.call('PATCH', `workflows/${id}/versions/1`, { label: 'the first' });
  expect((await ada.call('POST', `workflows/${id}/activate`, { version: 2 })).status).toBe(200);
  for (let i = 10; i <= 14; i++) expect((await save(ada, id)).status).toBe(200);
  const kept = await versions(ada, id);
  expect(kept).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 2, 1]);
  const { documents } = await usage(ada);
  expect(documents.usedBytes).toBeLessThanOrEqual(documents.limitBytes);
  expect(documents.usedBytes).toBeGreaterThan(1_000_000);

  // Other workflows lose nothing for a new one.
  const refused = await ada.call('POST', 'workflows', large('more', 400));
  expect([refused.status, refused.body.code]).toEqual([507, 'tenant.documents_full']);
  expect(refused.body.detail).toMatch(/audit.*1 MiB.*Delete workflows/);
  expect(await versions(ada, id)).toEqual(kept);
  // Nor is anybody else's room taken.
  expect((await bob.call('POST', 'workflows', large('others', 400))).status).toBe(201);
  expect((await ada.call('DELETE', `workflows/${id}`)).status).toBe(204);
  // What happened stays known, and counts.
  const left = (await usage(ada)).documents;
  expect(left.auditBytes).toBeGreaterThan(5_000);
  expect(left.usedBytes).toBe(left.auditBytes);
  expect((await ada.call('POST', 'workflows', large('more', 400))).status).toBe(201);
});

it('comments count, and are refused at the bound', async () => {
  const eve = await server.person('Eve');
  expect((await eve.call('POST', 'workflows', large('fills', 500))).status).toBe(201);
  const made = await eve.call('POST', 'workflows', large('talk', 500));
  expect(made.status).toBe(201);
  const say = async () => {
    const { status, body } = await eve.call('POST', `workflows/${made.body.id}/comments`, { text: 'x'.repeat(4000) });
    expect([201, 507], JSON.stringify(body)).toContain(status);
    return status;
  };
  const inDocuments = async () => {
    const { usedBytes, auditBytes } = (await usage(eve)).documents;
    return usedBytes - auditBytes;
  };
  const before = await inDocuments();
  expect(await say()).toBe(201);
  expect((await inDocuments()) - before).toBe(4200);
  const said = [];
  for (let i = 0; i < 10; i++) said.push(await say());
  expect(said.slice(-1)).toEqual([507]);
});
