import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtinCredentials } from '@orchestrator/nodes';
import type { JsonObject } from '@orchestrator/workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveTls, type TestServer as TlsServer } from '../packages/runtime/src/http/test-servers.js';
import { type TestPerson, type TestServer, testServer } from '../src/testing/test-server.js';
import { SAMPLES, secretsIn } from './support/credential-samples.js';
import { Recorder } from './support/recorder.js';

/**
 * Every type of credential on every way to somebody else: none of its secrets may get there in any form, and to its own
 * service they have to.
 */
const STATUSES = [301, 302, 303, 307, 308];
const TOKEN = 'S3CR3T+token/&~x';
/** Types that sign no request: there is no way for them to go. */
const SIGN_NOTHING = ['jwtAuth'];
/** Shows a certificate, which a plain recorder can't see; its signing is that of all others. */
const BY_TLS = ['httpSslAuth'];

let server: TestServer;
let person: TestPerson;
let own: Server;
let tls: TlsServer & { caFile: string };
let evil: Recorder;
let heard: string[] = [];
const ownPort = () => (own.address() as AddressInfo).port;

beforeAll(async () => {
  evil = await new Recorder().listen();
  own = createServer(
    (request, response) =>
      void answer(request).then(({ status = 200, headers = {}, body = '{}' }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      }),
  );
  await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
  evil.back = `http://127.0.0.1:${ownPort()}/after-bounce`;
  tls = await serveTls((_request, response) =>
    response.writeHead(302, { location: `http://localhost:${evil.port}/from-tls` }).end(),
  );
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1,localhost,::1', EGRESS_CA_FILE: tls.caFile });
  person = await server.person();
});
afterAll(async () => {
  own?.close();
  await Promise.all([evil?.close(), tls?.close()]);
  await server?.drop();
});

/** What the service of the credential answers; it writes down what it hears. */
async function answer(
  request: IncomingMessage,
): Promise<{ status?: number; headers?: Record<string, string>; body?: string }> {
  let body = '';
  for await (const piece of request) body += piece;
  const url = new URL(request.url ?? '/', 'http://own');
  const headers = JSON.stringify(request.headers);
  heard.push(`${request.method} ${request.url} ${headers} ${body}`);
  if (url.pathname === '/token') return { body: JSON.stringify({ access_token: TOKEN }) };
  if (url.pathname === '/token-away')
    return { status: 307, headers: { location: `http://127.0.0.1:${evil.port}/token` } };
  if (url.searchParams.has('digest') && !request.headers.authorization) {
    return { status: 401, headers: { 'www-authenticate': 'Digest realm="r", nonce="n", qop="auth"' } };
  }
  const [, status, where = ''] = /^\/to\/(\d+)\/(.*)$/.exec(url.pathname) ?? [];
  if (status) return { status: Number(status), headers: { location: awayTo(where, request) } };
  if (url.pathname === '/page') return { body: JSON.stringify({ next: `http://127.0.0.1:${evil.port}/page` }) };
  return {};
}

/** Addresses of somebody else, in the forms that a redirect may give them. */
function awayTo(where: string, request: IncomingMessage): string {
  const at = `127.0.0.1:${evil.port}`;
  const forms: Record<string, string> = {
    port: `http://${at}${request.url}`,
    host: `http://localhost:${evil.port}/host`,
    'upper-case': `HTTP://LOCALHOST:${evil.port}/upper`,
    dot: `http://127.0.0.1.:${evil.port}/dot`,
    'same-scheme': `//${at}/relative`,
    'user-info': `http://127.0.0.1:${ownPort()}@${at}/user`,
    backslash: `http:\\\\${at}\\backslash`,
    bounce: `http://${at}/bounce`,
    repeated: `http://${at}/repeated?all=${encodeURIComponent(JSON.stringify(request.headers))}`,
  };
  return forms[where] as string;
}

const WAYS = ['port', 'host', 'upper-case', 'dot', 'same-scheme', 'user-info', 'backslash', 'bounce', 'repeated'];

/** Parameters of HTTP Request that lead the call somewhere else, by the name of the node. */
function waysAway(type: string): Record<string, JsonObject> {
  const base = `http://127.0.0.1:${ownPort()}`;
  const query = type === 'httpDigestAuth' ? '?digest=1' : '';
  const post = { method: 'POST', bodyKind: 'json', bodyMode: 'text', bodyText: '{"n":1}' };
  const ways: Record<string, JsonObject> = { fine: { ...post, url: `${base}/fine${query}` } };
  for (const status of STATUSES) {
    for (const way of WAYS) ways[`${status} ${way}`] = { ...post, url: `${base}/to/${status}/${way}${query}` };
  }
  const evilAt = `http://127.0.0.1:${evil.port}`;
  const pages = { mode: 'nextUrl', nextUrl: '={{ $response.body.next }}', maxRequests: 3 };
  const page = (parameters: JsonObject[]) => ({ mode: 'parameter', parameters, maxRequests: 2 }) as JsonObject;
  const proxy = `127.0.0.1:${evil.port}`;
  return {
    ...ways,
    'next page': { url: `${base}/page${query}`, pagination: pages },
    'host of a page': {
      url: `${base}/fine`,
      pagination: page([{ in: 'headers', name: 'Host', value: `localhost:${evil.port}` }]),
    },
    'host header': { url: `${base}/fine`, headersMode: 'fields', headers: [{ name: 'HOST', value: 'evil.test' }] },
    'host header, and more': {
      url: `${base}/fine`,
      headersMode: 'fields',
      headers: [{ name: 'Host', value: `127.0.0.1:${ownPort()}/.evil.test` }],
    },
    'address of an item': { ...post, url: `={{ $json.url }}` },
    'user in address': { ...post, url: `http://127.0.0.1:${ownPort()}@127.0.0.1:${evil.port}/` },
    'proxy for http': { ...post, url: `${base}/fine`, options: { proxy } },
    'proxy, unchecked': { ...post, url: 'https://localhost/', options: { proxy, insecure: true } },
    straight: { ...post, url: `${evilAt}/straight` },
    'from https to http': { ...post, url: `${tls.url.replace('127.0.0.1', 'localhost')}/` },
  };
}

async function runAll(
  type: string,
  id: string,
  only?: string,
): Promise<Record<string, { outputs: { json: JsonObject }[][] }[]>> {
  const ways = Object.entries(waysAway(type)).filter(([name]) => only === undefined || name === only);
  const node = (name: string, more: object) => ({ id: name, name, version: 1, position: [0, 0], ...more });
  const nodes = ways.map(([name, parameters]) =>
    node(name, {
      type: 'httpRequest',
      parameters: { credentialType: type, ...parameters },
      credentials: { [type]: { id, name: type } },
      onError: 'continue',
    }),
  );
  const trigger = node('Start', { type: 'manualTrigger', parameters: {} });
  const made = await person.call('POST', 'workflows', {
    name: `Travels: ${type}`,
    nodes: [trigger, ...nodes],
    edges: nodes.map(({ id: to }) => ({ kind: 'main', from: { node: 'Start' }, to: { node: to } })),
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const input = [
    { json: { url: `http://127.0.0.1:${ownPort()}/fine` } },
    { json: { url: `http://localhost:${evil.port}/` } },
  ];
  const run = await person.call('POST', `workflows/${made.body.id}/run`, { wait: true, input });
  expect(run.body.status, JSON.stringify(run.body.error)).toBe('success');
  return run.body.runs;
}

async function credential(type: string, allowedHosts: string[], change: JsonObject = {}): Promise<string> {
  const data = { ...SAMPLES[type]?.data, ...change };
  const made = await person.call('POST', 'credentials', { name: type, type, data, allowedHosts });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

const types = builtinCredentials.map(({ type }) => type).filter((type) => ![...SIGN_NOTHING, ...BY_TLS].includes(type));

describe('credentials on their way', () => {
  it.each(types)('%s: its secrets reach its own service and nobody else', async (type) => {
    const secrets = [...(SAMPLES[type] as { secrets: string[] }).secrets, TOKEN];
    const tokenUrl = type === 'oAuth2Api' ? { accessTokenUrl: `http://127.0.0.1:${ownPort()}/token` } : {};
    const hosts = [`http://127.0.0.1:${ownPort()}`, `https://localhost:${tls.port}`, `https://localhost`];
    const id = await credential(type, hosts, tokenUrl);
    heard = [];
    const before = evil.text.length;
    const runs = await runAll(type, id);
    const stranger = evil.text.slice(before);
    expect(secretsIn(stranger, secrets)).toEqual([]);
    expect(stranger).not.toMatch(/^authorization: digest/im);
    expect(secretsIn(heard.filter((each) => each.includes('/after-bounce')).join(), secrets)).toEqual([]);
    // It would be easy to keep a secret that goes nowhere.
    const fine = heard.find(
      (each) => each.includes('/fine') && /authorization":"Digest|S3CR3T|UzNDUjNU|OlMzQ1Iz/i.test(each),
    );
    expect(fine, heard.slice(0, 3).join('\n')).toBeDefined();
    const said = (name: string) => String(runs[name]?.[0]?.outputs[0]?.at(-1)?.json.error);
    for (const name of [
      'next page',
      'host of a page',
      'host header',
      'address of an item',
      'user in address',
      'straight',
    ])
      expect([name, said(name)]).toEqual([name, expect.stringContaining('may not be sent to')]);
    for (const name of ['proxy for http', 'proxy, unchecked'])
      expect([name, said(name)]).toEqual([name, expect.stringContaining('by way of the proxy')]);
    for (const status of STATUSES) expect(stranger).toContain(`/to/${status}/port`);
    expect(stranger).toContain('/from-tls');
  });

  it('a certificate is shown to nobody else', async () => {
    const made = await person.call('POST', 'credentials', {
      name: 'Certificate',
      type: 'httpSslAuth',
      data: { cert: 'CERT', key: 'KEY' },
      allowedHosts: [`https://localhost:${tls.port}`],
    });
    const trigger = { id: 'Start', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
    const call = {
      ...trigger,
      id: 'Call',
      name: 'Call',
      type: 'httpRequest',
      parameters: { url: `https://127.0.0.1:${tls.port}/`, sslCertificates: true },
      credentials: { httpSslAuth: { id: made.body.id, name: 'Certificate' } },
    };
    const edges = [{ kind: 'main', from: { node: 'Start' }, to: { node: 'Call' } }];
    const { body } = await person.call('POST', 'workflows', { name: 'Shows', nodes: [trigger, call], edges });
    const run = await person.call('POST', `workflows/${body.id}/run`, { wait: true });
    expect(run.body).toMatchObject({ status: 'error', error: { code: 'credential.host_refused' } });
  });

  it('a token is asked for at no address but the stored one, and by no redirect', async () => {
    for (const authentication of ['body', 'header']) {
      const before = evil.text.length;
      const change = { authentication, accessTokenUrl: `http://127.0.0.1:${ownPort()}/token-away` };
      const id = await credential('oAuth2Api', [], change);
      expect((await person.call('POST', `credentials/${id}/test`)).body.ok).toBe(false);
      const byItem = await credential('oAuth2Api', [`http://127.0.0.1:${ownPort()}`], {
        authentication,
        accessTokenUrl: `={{ "http://127.0.0.1:${evil.port}/token" }}`,
      });
      const runs = await runAll('oAuth2Api', byItem, 'fine');
      expect(String(runs.fine?.[0]?.outputs[0]?.[0]?.json.error)).toContain('may not be sent to');
      expect(evil.text.slice(before)).toBe('');
    }
  });
});
