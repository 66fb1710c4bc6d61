import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type EventReader, readEvents } from '../../testing/event-reader.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
const open: EventReader[] = [];
beforeAll(async () => {
  server = await testServer({ BODY_LIMIT: '1048576' });
  ada = await server.person('Ada');
});
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
afterAll(() => server?.drop());

/** Makes a workflow that listens, and follows it. */
async function listening(path: string, parameters: object = {}, person = ada) {
  const { body } = await person.call(
    'POST',
    'workflows',
    workflow(path, [nodes.webhook(path, { methods: ['POST'], ...parameters })]),
  );
  const stream = await readEvents(server, person, `workflows/${body.id}/events`);
  open.push(stream);
  const { body: armed } = await person.call('POST', `workflows/${body.id}/listen`);
  return {
    id: body.id as string,
    stream,
    url: new URL(armed.webhooks[0].url).pathname,
    nodeId: armed.webhooks[0].nodeId,
  };
}
const call = (method: string, path: string, body?: string, headers = {}) =>
  fetch(server.url + path, { method, body, headers });

describe('a test call that is refused', () => {
  it('is told to who listens: a wrong method', async () => {
    const { stream, url, nodeId } = await listening('refused-method');
    expect((await call('GET', `${url}?secret=1`)).status).toBe(404);
    const told = await stream.next('call-refused');
    expect(told).toMatchObject({ nodeId, method: 'GET', path: 'refused-method', status: 404, by: null });
    expect(told.detail).toContain('only POST');
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it('a path beside the one that is listened at', async () => {
    const { stream, url } = await listening('refused-path');
    expect((await call('POST', `${url}/more`, '{}')).status).toBe(404);
    expect(await stream.next('call-refused')).toMatchObject({ method: 'POST', path: 'refused-path/more', status: 404 });
  });

  it('who may not call, and a body that is too large', async () => {
    const { body: credential } = await ada.call('POST', 'credentials', {
      name: 'Door',
      type: 'httpHeaderAuth',
      data: { name: 'x-key', value: 'open sesame' },
    });
    const made = workflow('Locked', [
      {
        ...nodes.webhook('refused-auth', { methods: ['POST'], authentication: 'headerAuth' }),
        credentials: { httpHeaderAuth: { id: credential.id, name: 'Door' } },
      },
    ]);
    const { body } = await ada.call('POST', 'workflows', made);
    const stream = await readEvents(server, ada, `workflows/${body.id}/events`);
    open.push(stream);
    await ada.call('POST', `workflows/${body.id}/listen`);
    const refused = await call('POST', '/webhook-test/refused-auth', '{}', { 'x-key': 'wrong' });
    expect(await stream.next('call-refused')).toMatchObject({ status: refused.status, path: 'refused-auth' });
    const large = await listening('refused-large');
    expect((await call('POST', large.url, 'x'.repeat(2_000_000))).status).toBe(413);
    expect(await large.stream.next('call-refused')).toMatchObject({ status: 413, method: 'POST' });
    // Refused calls leave the address armed.
    expect((await call('POST', large.url, '{}')).status).toBe(200);
  });

  it('is never told to another tenant', async () => {
    const stranger = await server.person('Stranger');
    const other = await listening('of-a-stranger', {}, stranger);
    const own = await listening('of-ada');
    await call('POST', '/webhook-test/nobody-listens-here', '{}');
    await call('GET', own.url);
    await own.stream.next('call-refused');
    await call('GET', other.url);
    expect(await other.stream.next('call-refused')).toMatchObject({ path: 'of-a-stranger' });
  });
});
