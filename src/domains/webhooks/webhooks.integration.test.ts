import { once } from 'node:events';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';
import { SANDBOX_POLICY } from './answer/safe-headers.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

async function saved(person: TestPerson, document: object): Promise<string> {
  const { status, body } = await person.call('POST', 'workflows', document);
  expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })]);
  return body.id;
}
async function live(person: TestPerson, document: object) {
  const id = await saved(person, document);
  const { status, body } = await person.call('POST', `workflows/${id}/activate`);
  expect([status, body]).toEqual([200, expect.objectContaining({ webhooks: expect.any(Array) })]);
  return { id, webhooks: body.webhooks as { url: string; free: boolean; method: string; note?: string }[] };
}
const pathOf = (url: string) => new URL(url).pathname;
const ended = async (person: TestPerson, id: string) => {
  for (let i = 0; i < 100; i++) {
    const { status, body } = await person.call('GET', `executions/${id}`);
    if (status === 200 && !['queued', 'running', 'waiting'].includes(body.status)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`execution ${id} did not end`);
};
/** The answer to a call that says how long its body is, before any of it is sent. */
async function announced(path: string, bytes: number): Promise<unknown> {
  const request = http.request(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': bytes },
  });
  request.on('error', () => {}); // the server hangs up
  request.flushHeaders();
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
  return json(answer);
}

describe('addresses', () => {
  it('tells where a workflow is called, lists it, and takes it back', async () => {
    const { id, webhooks } = await live(ada, workflow('a', [nodes.webhook('orders/new', { methods: ['POST'] })]));
    expect(webhooks).toEqual([
      { node: 'Webhook', method: 'POST', url: `${server.url}/webhook/orders/new`, free: true },
    ]);
    const list = await ada.call('GET', 'webhooks');
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ method: 'POST', url: webhooks[0]?.url, workflow: { id, name: 'a', version: 1 } }),
    );
    expect((await bob.call('GET', 'webhooks')).body.items).toEqual([]);
    expect((await server.call('POST', '/webhook/orders/new', {})).status).toBe(200);
    expect((await server.call('GET', '/webhook/orders/new')).body).toMatchObject({
      code: 'webhook.not_found',
      detail: expect.stringContaining('POST'),
    });
    await ada.call('POST', `workflows/${id}/deactivate`);
    expect((await server.call('POST', '/webhook/orders/new', {})).status).toBe(404);
  });

  it('gives a plain path to the first tenant, and one that always works to both', async () => {
    const mode = { responseMode: 'lastNode' };
    const first = await live(ada, workflow('first', [nodes.webhook('shared', mode), nodes.fields({ who: 'ada' })]));
    const second = await live(bob, workflow('second', [nodes.webhook('shared', mode), nodes.fields({ who: 'bob' })]));
    expect([first.webhooks[0]?.free, second.webhooks[0]?.free]).toEqual([true, false]);
    expect(second.webhooks[0]?.note).not.toMatch(/ada|first/i);
    const ask = async (path: string) => (await server.call('GET', path)).body.who;
    expect(await ask('/webhook/shared')).toBe('ada');
    expect(await ask(pathOf(second.webhooks[0]?.url as string))).toBe('bob');
    const own = await ada.call('GET', 'webhooks');
    const { tenantUrl } = own.body.items.find((each: { url: string }) => each.url.endsWith('/shared'));
    expect(await ask(pathOf(tenantUrl))).toBe('ada');
  });

  it('refuses an address that another workflow of the same tenant has, and names it', async () => {
    await live(ada, workflow('holder', [nodes.webhook('twice')]));
    const id = await saved(ada, workflow('late', [nodes.webhook('twice')]));
    const { status, body } = await ada.call('POST', `workflows/${id}/activate`);
    expect([status, body.code, body.detail]).toEqual([409, 'webhook.path_taken', expect.stringContaining('holder')]);
    expect((await ada.call('GET', `workflows/${id}`)).body.active).toBe(false);
  });

  it('finds parameters of a path behind the id of the webhook', async () => {
    const node = { ...nodes.webhook('users/:user/items/:item', { responseMode: 'lastNode' }), webhookId: 'hook-1' };
    await live(ada, workflow('parameters', [node]));
    const { body } = await server.call('GET', '/webhook/hook-1/users/ad%C3%A4/items/4%2F2/?q=1');
    expect(body).toMatchObject({ params: { user: 'adä', item: '4/2' }, query: { q: '1' } });
    expect((await server.call('GET', '/webhook/users/a/items/b')).status).toBe(404);
  });
});

describe('calls', () => {
  it('takes files of forms and gives files', async () => {
    const parameters = {
      methods: ['POST'],
      responseMode: 'lastNode',
      responseData: 'firstEntryBinary',
      responseBinary: 'up',
    };
    await live(ada, workflow('files', [nodes.webhook('files', parameters)]));
    const form = new FormData();
    form.set('up', new File(['a,b\n1,2'], 'a.csv', { type: 'text/csv' }));
    const answer = await fetch(`${server.url}/webhook/files`, { method: 'POST', body: form });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/csv',
      'a,b\n1,2',
    ]);
  });

  it('answers bad input clearly and stays up', async () => {
    await live(ada, workflow('bad', [nodes.webhook('bad', { methods: ['POST'], responseMode: 'lastNode' })]));
    expect((await server.call('POST', '/webhook/bad', '{"a":')).body).toMatchObject({
      status: 400,
      code: 'body.malformed',
    });
    const poisoned = await server.call('POST', '/webhook/bad', '{"__proto__":{"x":1},"a":1}');
    expect(poisoned.body.body).toEqual({ a: 1 });
    const large = await announced('/webhook/bad', 50 * 1024 * 1024);
    expect(large).toMatchObject({ status: 413, code: 'body.too_large' });
    expect((await server.call('POST', '/webhook/bad', { fine: 1 })).body.body).toEqual({ fine: 1 });
  });

  it('lets in who has the credential', async () => {
    const credential = async (type: string, data: object) =>
      (await ada.call('POST', 'credentials', { name: type, type, data })).body.id as string;
    const basic = await credential('httpBasicAuth', { user: 'ada', password: 'päss:word' });
    const header = await credential('httpHeaderAuth', { name: 'X-Key', value: 'secret' });
    const guarded = (path: string, authentication: string, type: string, id: string) =>
      live(
        ada,
        workflow(path, [
          { ...nodes.webhook(path, { authentication, responseMode: 'lastNode' }), credentials: { [type]: { id } } },
        ]),
      );
    await guarded('basic', 'basicAuth', 'httpBasicAuth', basic);
    await guarded('header', 'headerAuth', 'httpHeaderAuth', header);
    const get = async (path: string, headers: Record<string, string> = {}) =>
      server.call('GET', path, undefined, headers);
    const login = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const none = await get('/webhook/basic');
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Webhook"']);
    expect((await get('/webhook/basic', login('ada:wrong'))).status).toBe(403);
    expect((await get('/webhook/header')).status).toBe(403);
    // What let a caller in is not in the item; every other header is.
    const extra = { 'x-key': 'secret', 'x-more': 'm', cookie: 'a=1; orchestrator_refresh=r' };
    const byName = await get('/webhook/basic', { ...login('ada:päss:word'), ...extra });
    expect(byName).toMatchObject({
      status: 200,
      body: { headers: { 'x-key': 'secret', 'x-more': 'm', cookie: 'a=1' } },
    });
    expect(byName.body.headers).not.toHaveProperty('authorization');
    const byHeader = await get('/webhook/header', { ...login('someone'), ...extra });
    expect(byHeader.body.headers).toMatchObject({ ...login('someone'), 'x-more': 'm' });
    expect(byHeader.body.headers).not.toHaveProperty('x-key');
  });

  it("confines what a workflow answers, and lets it touch nothing of the app's origin", async () => {
    const headers = [
      { name: 'Set-Cookie', value: 'a=1' },
      { name: 'Clear-Site-Data', value: '"*"' },
      { name: 'Service-Worker-Allowed', value: '/' },
      { name: 'Content-Security-Policy', value: 'sandbox allow-same-origin' },
      { name: 'X-Fine', value: 'yes' },
    ];
    const options = { responseText: '<script>1</script>', responseHeaders: headers };
    await live(ada, workflow('hostile', [nodes.webhook('hostile', { options })]));
    const answer = await server.call('GET', '/webhook/hostile');
    const got = Object.fromEntries(answer.headers);
    for (const name of ['set-cookie', 'clear-site-data', 'service-worker-allowed'])
      expect(got).not.toHaveProperty(name);
    expect(got['content-security-policy']?.startsWith(`${SANDBOX_POLICY}, `)).toBe(true);
    expect([got['x-content-type-options'], got['x-fine']]).toEqual(['nosniff', 'yes']);
  });
});

describe('headers of an answer', () => {
  const answering = (path: string, name: string, value: string) =>
    workflow(path, [nodes.webhook(path, { options: { responseHeaders: [{ name, value }] } })]);

  it('that can be encoded are', async () => {
    await live(ada, answering('moved', 'Location', '/straße'));
    expect((await server.call('GET', '/webhook/moved')).headers.get('location')).toBe('/stra%C3%9Fe');
  });

  it.each([
    ['X-Split', 'a\r\nSet-Cookie: b=1'],
    ['X-Name', '日本'],
    ['X Name', 'a'],
  ])('that can not be sent are refused when the workflow is to be live: %s', async (name, value) => {
    const id = await saved(ada, answering('unsendable', name, value));
    const { status, body } = await ada.call('POST', `workflows/${id}/activate`);
    expect([status, body.code]).toEqual([422, 'webhook.header_invalid']);
  });
});

describe('test addresses', () => {
  it('take one call of the draft', async () => {
    const draft = workflow('draft', [nodes.webhook('draft', { methods: ['POST'], responseMode: 'lastNode' })]);
    const id = await saved(ada, draft);
    expect((await server.call('POST', '/webhook-test/draft', {})).status).toBe(404);
    const { status, body } = await ada.call('POST', `workflows/${id}/listen`);
    expect([status, body.webhooks[0].url]).toEqual([200, `${server.url}/webhook-test/draft`]);
    expect(body.webhooks[0].nodeId).toBe(draft.nodes[0]?.id);
    expect((await server.call('POST', '/webhook-test/draft', '{"a":')).status).toBe(400);
    const answer = await server.call('POST', '/webhook-test/draft', { a: 1 });
    expect(answer.body).toMatchObject({ body: { a: 1 }, executionMode: 'test' });
    expect((await server.call('POST', '/webhook-test/draft', {})).status).toBe(404);
    expect(await ended(ada, body.webhooks[0].executionId)).toMatchObject({ status: 'success', mode: 'manual' });
  });

  it('can be taken back, and are nobody else’s to arm', async () => {
    const id = await saved(ada, workflow('cancelled', [nodes.webhook('cancelled')]));
    await ada.call('POST', `workflows/${id}/listen`);
    expect((await bob.call('POST', `workflows/${id}/listen`)).status).toBe(404);
    expect((await ada.call('DELETE', `workflows/${id}/listen`)).status).toBe(204);
    expect((await server.call('GET', '/webhook-test/cancelled')).status).toBe(404);
  });
});

describe('what a caller is told of a run that has nothing to answer with', () => {
  /** `$binary` of a file that is not there: its id has the run's in it, as those of the stores have. */
  const lost = 'return [{ json: {}, binary: { data: { id: $execution.id + "/gone", mimeType: "text/plain" } } }];';
  it.each([
    ['failed', [nodes.stop('secret reason')], {}, 'webhook.run_failed'],
    ['no items', [nodes.code('return [];')], {}, 'webhook.no_items'],
    ['no file', [nodes.fields({})], { responseData: 'firstEntryBinary' }, 'webhook.no_file'],
    ['lost file', [nodes.code(lost)], { responseData: 'firstEntryBinary' }, 'webhook.no_file'],
  ])('names no execution: %s', async (name, chain, parameters, code) => {
    const path = `untold-${name.replace(' ', '-')}`;
    const { id } = await live(
      ada,
      workflow(name, [nodes.webhook(path, { responseMode: 'lastNode', ...parameters }), ...chain]),
    );
    const { status, body, headers } = await server.call('GET', `/webhook/${path}`);
    expect({ status, code: body.code }).toEqual({ status: 500, code });
    const { items } = (await ada.call('GET', `executions?workflowId=${id}`)).body;
    expect(JSON.stringify([body, [...headers]])).not.toContain(items[0].id);
    expect(JSON.stringify(body)).not.toContain('secret reason');
  });
});

describe('a run that waits', () => {
  it('holds the call that started it until a short wait is over', async () => {
    const wait = nodes.wait({ resume: 'interval', amount: 0.3, unit: 'seconds' });
    await live(
      ada,
      workflow('short', [nodes.webhook('short', { responseMode: 'lastNode' }), wait, nodes.fields({ done: 'yes' })]),
    );
    expect((await server.call('GET', '/webhook/short')).body.done).toBe('yes');
  });
});
