import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Item, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GivenCredentials } from './given-credentials.js';
import { createLocalHost } from './local-host.js';
import { LocalRunner } from './runner.js';

const TYPE = 'httpHeaderAuth';
let own: Server;
let other: Server;
const heard: (string | undefined)[] = [];
const at = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  other = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  own = createServer((request, response) => {
    heard.push(request.headers['x-key'] as string | undefined);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ next: at(other) }));
  });
  await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  own.close();
  other.close();
});

const credential = (more: object = {}, data: JsonObject = {}) => ({
  id: '7',
  name: 'Shop',
  type: TYPE,
  data: { name: 'X-Key', value: 'k', ...data },
  ...more,
});
const call = (name: string, parameters: JsonObject, ref: object = { id: '7', name: 'Shop' }): WorkflowNode => ({
  id: name,
  name,
  type: 'httpRequest',
  version: 1,
  position: [0, 0],
  parameters: { credentialType: TYPE, ...parameters },
  credentials: { [TYPE]: ref },
});

/** Runs calls one after another with the credentials, and gives the run's fault. */
async function run(given: unknown, calls: WorkflowNode[], items: Item[] = [{ json: {} }]) {
  const credentials = GivenCredentials.read(given);
  const host = createLocalHost({ EGRESS_ALLOW: '127.0.0.1' }, credentials);
  const trigger = { ...call('Start', {}), type: 'manualTrigger', parameters: {}, credentials: undefined };
  const nodes = [trigger, ...calls];
  const edges = calls.map(({ id }, n) => ({
    kind: 'main' as const,
    from: { node: nodes[n]?.id ?? '' },
    to: { node: id },
  }));
  const document = { formatVersion: 1, name: 'Test', nodes, edges, settings: {} } as WorkflowDocument;
  heard.length = 0;
  try {
    const runner = new LocalRunner(host, { timezone: 'UTC', items, credentials, pins: false }, () => undefined);
    return (await runner.run(document)).error;
  } finally {
    await host.close();
  }
}

describe('credentials of the command line', () => {
  it('are found by id, else by type and name, else by type', async () => {
    const list = [
      credential({ id: '1', name: 'First' }, { value: 'first' }),
      credential(),
      credential({ id: '8', name: 'Late' }, { value: 'late' }),
    ];
    const url = at(own);
    const refs = [{ id: '7' }, { id: 'gone', name: 'Late' }, { name: 'unknown' }];
    expect(
      await run(
        list,
        refs.map((ref, n) => call(`Call ${n}`, { url }, ref)),
      ),
    ).toBeNull();
    expect(heard).toEqual(['k', 'late', 'first']);
    expect(await run([], [call('Call', { url })])).toMatchObject({ code: 'credential.missing' });
  });

  it('go where they say they may, and nowhere else', async () => {
    const domains = (kind: string, names = '') => [
      credential({}, { allowedHttpRequestDomains: kind, allowedDomains: names }),
    ];
    const called = (list: unknown) => run(list, [call('Call', { url: at(own) })]);
    expect(await called(domains('all'))).toBeNull();
    expect(await called(domains('domains', 'api.example.com, 127.0.0.1'))).toBeNull();
    for (const list of [
      domains('domains', 'api.example.com'),
      domains('domains'),
      domains('none'),
      [credential({ allowedHosts: ['localhost'] })],
    ])
      expect(await called(list)).toMatchObject({ code: 'credential.host_refused' });
  });

  it('stay with the first host that a node sends them to', async () => {
    const paged = call('Call', {
      url: at(own),
      pagination: { mode: 'nextUrl', nextUrl: '={{ $response.body.next }}' },
    });
    expect(await run([credential()], [paged])).toMatchObject({ code: 'credential.host_refused' });
    const items = [{ json: { url: at(own) } }, { json: { url: at(other) } }];
    expect(await run([credential()], [call('Call', { url: '={{ $json.url }}' })], items)).toMatchObject({
      code: 'credential.host_refused',
    });
    const two = [call('One', { url: at(own) }), call('Other', { url: at(other) })];
    expect(await run([credential()], two)).toBeNull();
  });

  it.each([
    [{}, 'a JSON array'],
    [[{ name: 'x' }], 'entry 0 has no type'],
    [[credential({ data: 'secret' })], 'entry 0 has no data'],
    [[credential(), credential({ allowedHosts: ['no host'] })], 'entry 1 may be sent to "no host"'],
  ])('that can not be used are named: %j', (given, why) => {
    expect(() => GivenCredentials.read(given)).toThrow(why);
  });
});
