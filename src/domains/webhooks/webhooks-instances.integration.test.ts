import { afterAll, beforeAll, expect, it } from 'vitest';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
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
  let served = 0;
  const call = async (server: TestServer) => {
    const answer = await server.call('GET', '/webhook/live');
    if (answer.status === 200) served++;
    return answer;
  };
  const hammers = Array.from({ length: HAMMERS }, async (_, i) => {
    const server = i % 2 === 0 ? one : other;
    while (!stop) expect([200, 404]).toContain((await call(server)).status);
  });
  try {
    for (let round = 1; round <= ROUNDS; round++) {
      const ask = api[round % 2] as TestServer['call'];
      const servers = round % 2 === 0 ? [other, one] : [one, other];
      document.nodes[1].parameters.json = JSON.stringify({ version: round });
      document = (await ask('PUT', `workflows/${document.id}`, document)).body;
      expect((await ask('POST', `workflows/${document.id}/activate`)).status).toBe(200);
      for (const server of servers) {
        const { status, body } = await call(server);
        expect([round, status, body.version]).toEqual([round, 200, round]);
      }
      if (round % 3 === 0) continue; // the next version goes live over this one
      expect((await ask('POST', `workflows/${document.id}/deactivate`)).status).toBe(200);
      for (const server of servers) expect([round, (await call(server)).status]).toEqual([round, 404]);
    }
  } finally {
    stop = true;
    await Promise.all(hammers);
  }
  // A call that was led elsewhere after its run had begun left no run behind, and one that was served left one.
  expect(await runsOf(document.id)).toBe(served);
});

it('a run that began by what an instance remembers is refused when the address is gone, and taken anew when it moved', async () => {
  const ask = one.as(ada.accessToken);
  for (const [path, mode] of [
    ['waits', 'lastNode'],
    ['at-once', 'onReceived'],
  ] as const) {
    const chain = [nodes.webhook(path, { responseMode: mode }), nodes.fields({ version: 1 })];
    let document = (await ask('POST', 'workflows', workflow(path, chain))).body;
    expect((await ask('POST', `workflows/${document.id}/activate`)).status).toBe(200);
    // Now the other instance remembers where it leads.
    expect((await other.call('GET', `/webhook/${path}`)).status).toBe(200);
    document.nodes[1].parameters.json = JSON.stringify({ version: 2 });
    document = (await ask('PUT', `workflows/${document.id}`, document)).body;
    expect((await ask('POST', `workflows/${document.id}/activate`)).status).toBe(200);
    expect((await other.call('GET', `/webhook/${path}`)).status).toBe(200);
    expect(await runsOf(document.id)).toBe(2);
    expect(await runsOf(document.id, document.version)).toBe(1);
    expect((await ask('POST', `workflows/${document.id}/deactivate`)).status).toBe(200);
    expect((await other.call('GET', `/webhook/${path}`)).status).toBe(404);
    expect(await runsOf(document.id)).toBe(2);
  }
});

async function runsOf(workflowId: string, version?: number): Promise<number> {
  const [row]: { count: number }[] = await one.app
    .get(UnitOfWork)
    .asEngine((tx) =>
      tx.query(
        'select count(*)::int as count from executions where workflow_id = $1 and workflow_version = coalesce($2, workflow_version)',
        [workflowId, version],
      ),
    );
  return row?.count ?? 0;
}
