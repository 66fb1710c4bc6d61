import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/** Times that a workflow goes live and is taken back, each asked for by one instance and called at the other. */
const ROUNDS = 12;
/** Calls under way at every moment, so that what the instances keep of addresses is warm and changes under them. */
const HAMMERS = 4;

let one: TestServer;
let other: TestServer;
let ada: TestPerson;

beforeAll(async () => {
  one = await testServer();
  other = await testServer({}, one.databaseUrl);
  ada = await one.person('Ada');
});
afterAll(async () => {
  await other.drop();
  await one.drop();
});

it('a webhook is live on every instance once activate has answered, and gone once deactivate has', async () => {
  const api = [one.as(ada.accessToken), other.as(ada.accessToken)];
  const chain = [nodes.webhook('live', { responseMode: 'lastNode' }), nodes.fields({ version: 0 })];
  let document = (await api[0]?.('POST', 'workflows', workflow('live', chain)))?.body;
  let stop = false;
  const hammers = Array.from({ length: HAMMERS }, async (_, i) => {
    const server = i % 2 === 0 ? one : other;
    while (!stop) expect([200, 404]).toContain((await server.call('GET', '/webhook/live')).status);
  });
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const call = api[round % 2] as TestServer['call'];
      const servers = round % 2 === 0 ? [other, one] : [one, other];
      document.nodes[1].parameters.json = JSON.stringify({ version: round });
      document = (await call('PUT', `workflows/${document.id}`, document)).body;
      expect((await call('POST', `workflows/${document.id}/activate`)).status).toBe(200);
      for (const server of servers) {
        const { status, body } = await server.call('GET', '/webhook/live');
        expect([round, status, body.version]).toEqual([round, 200, round]);
      }
      if (round % 3 === 0) continue; // the next version goes live over this one
      expect((await call('POST', `workflows/${document.id}/deactivate`)).status).toBe(200);
      for (const server of servers)
        expect([round, (await server.call('GET', '/webhook/live')).status]).toEqual([round, 404]);
    }
  } finally {
    stop = true;
    await Promise.all(hammers);
  }
});
