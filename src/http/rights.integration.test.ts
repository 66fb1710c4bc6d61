import { afterAll, beforeAll, expect, it } from 'vitest';
import { memberOf } from '../testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.js';

/** More than sockets and streams on the way take in by themselves. */
const DOCUMENTS = 30;
const SIZE = 400_000;
const PAUSE_MS = 1_200;

let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
  const node = { id: 'n', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
  const note = { ...node, id: 'm', name: 'Fields', type: 'editFields', parameters: { json: 'x'.repeat(SIZE) } };
  for (let i = 0; i < DOCUMENTS; i++) {
    const body = { name: `Long ${i}`, nodes: [node, note], edges: [], settings: {} };
    expect((await ada.call('POST', 'workflows', body)).status).toBe(201);
  }
}, 60_000);
afterAll(() => server?.drop());

it.each(['json', 'ndjson'])('an export as %s that is read slowly ends with the right to read it', async (format) => {
  const guest = await memberOf(server, ada, 'viewer');
  const read = (token: string) =>
    fetch(`${server.url}/api/v1/workflows/export?format=${format}`, {
      // Packed, it would fit into what sockets hold, and have been read before the right ends.
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
    });
  const [theirs, hers] = await Promise.all([read(guest.accessToken), read(ada.accessToken)]);
  expect([theirs.status, hers.status]).toEqual([200, 200]);
  await ada.call('DELETE', `tenants/current/members/${guest.userId}`);
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  await expect(theirs.text()).rejects.toThrow('terminated');
  expect((await hers.text()).length).toBeGreaterThan(DOCUMENTS * SIZE);
});
