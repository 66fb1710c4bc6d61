import fs from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtinCredentials } from '@orchestrator/nodes';
import type { JsonObject } from '@orchestrator/workflow';
import { SignJWT } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackChunk } from '../src/domains/executions/journal/chunk-codec.js';
import { type TestPerson, type TestServer, testServer } from '../src/testing/test-server.js';
import { nodes, workflow } from '../src/testing/webhook-workflows.js';
import { SAMPLES, secretsIn } from './support/credential-samples.js';

/**
 * Every type of credential through what goes well and what fails, and every way to prove oneself to a webhook; then all
 * that is stored, logged and answered is searched for what was secret in it.
 */
const TOKEN = 'S3CR3T+token/&~x';
/** What a caller sends that is not the right secret is nobody's business either. */
const GUESS = 'S3CR3T+guess/&~x';
const SECRETS = [...Object.values(SAMPLES).flatMap(({ secrets }) => secrets), TOKEN, GUESS];

let server: TestServer;
let person: TestPerson;
let service: Server;
let base: string;
/** Everything that the API and webhooks answered. */
const answers: string[] = [];
/** Everything that was written to a file descriptor: the log is. */
const written: string[] = [];
const writeSync = fs.writeSync;
let jwt: string;

beforeAll(async () => {
  fs.writeSync = ((fd: number, data: string | Uint8Array, ...rest: []) => {
    written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'));
    return fd === 2 ? data.length : writeSync(fd, data as string, ...rest);
  }) as typeof fs.writeSync;
  service = createServer(
    (request, response) =>
      void reply(request).then(([status, headers, body]) => {
        response.writeHead(status, headers).end(body);
      }),
  );
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1', LOG_LEVEL: 'trace' });
  person = await server.person();
  const key = new TextEncoder().encode(SAMPLES.jwtAuth?.data.secret as string);
  jwt = await new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg: 'HS256' }).sign(key);
});
afterAll(async () => {
  fs.writeSync = writeSync;
  service?.close();
  await server?.drop();
});

/** The service: takes every login, and when it refuses, repeats all that it was sent. */
async function reply(request: IncomingMessage): Promise<[number, Record<string, string>, string]> {
  let body = '';
  for await (const piece of request) body += piece;
  const { pathname, searchParams } = new URL(request.url ?? '/', base);
  const json = { 'content-type': 'application/json' };
  if (pathname === '/token') return [200, json, JSON.stringify({ access_token: TOKEN })];
  if (searchParams.has('digest') && !request.headers.authorization) {
    return [401, { 'www-authenticate': 'Digest realm="r", nonce="n", qop="auth"' }, ''];
  }
  if (pathname === '/ok') return [200, json, '{"ok":true}'];
  if (pathname === '/loop') return [307, { location: request.url as string }, ''];
  if (pathname === '/no-token') {
    const description = `${JSON.stringify(request.headers)} ${body}`;
    return [401, json, JSON.stringify({ error: 'invalid_client', error_description: description })];
  }
  return [403, json, JSON.stringify({ refused: `${request.url} ${JSON.stringify(request.headers)} ${body}` })];
}

async function call(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
  const answer = await person.call(method, path, body, headers);
  answers.push(`${method} ${path}: ${JSON.stringify(answer.body)} ${JSON.stringify([...answer.headers])}`);
  return answer;
}

async function credential(type: string, change: JsonObject = {}): Promise<string> {
  const data = { ...SAMPLES[type]?.data, ...change };
  const made = await call('POST', 'credentials', { name: type, type, data });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

/** Everything that the API shows of an execution. */
async function look(id: string): Promise<void> {
  const { body } = await call('GET', `executions/${id}`);
  for (let i = 0; i < Object.keys(body.runs ?? {}).length; i++) {
    for (const side of ['in', 'out']) await call('GET', `executions/${id}/steps/${i}?side=${side}`);
  }
}

async function callsOf(type: string): Promise<string[]> {
  const id = await credential(type, type === 'oAuth2Api' ? { accessTokenUrl: `${base}/token` } : {});
  await call('POST', `credentials/${id}/test`);
  const query = type === 'httpDigestAuth' ? '?digest=1' : '';
  const post = { method: 'POST', bodyKind: 'json', bodyMode: 'text', bodyText: '{"n":1}' };
  const full = { fullResponse: true };
  const ways: Record<string, JsonObject> = {
    fine: { ...post, url: `${base}/ok${query}`, options: full },
    refused: { ...post, url: `${base}/refuses${query}` },
    'refused, taken': { ...post, url: `${base}/refuses${query}`, options: { ...full, neverError: true } },
    circle: { url: `${base}/loop${query}`, options: { maxRedirects: 2 } },
    'not followed': { url: `${base}/loop${query}`, options: { ...full, redirects: 'none', neverError: true } },
    elsewhere: { url: 'http://127.0.0.1:1/' },
    'no address': { url: 'not an address' },
    'no certificate': { url: `${base.replace('http', 'https')}/` },
    paged: {
      url: `${base}/ok${query}`,
      pagination: { mode: 'nextUrl', nextUrl: `={{ "${base}/refuses${query}" }}`, maxRequests: 3 },
    },
  };
  const trigger = { id: 'Start', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
  const made = (onError: string, names: readonly string[]) => {
    const calls = names.map((name) => ({
      ...trigger,
      id: name,
      name,
      type: 'httpRequest',
      parameters: { credentialType: type, ...ways[name] },
      credentials: { [type]: { id, name: type } },
      onError,
    }));
    const edges = calls.map((each) => ({ kind: 'main', from: { node: 'Start' }, to: { node: each.id } }));
    return { name: `${type} ${onError}`, nodes: [trigger, ...calls], edges };
  };
  const outcomes: string[] = [];
  const documents = [
    made('continue', Object.keys(ways)),
    ...['fine', 'refused', 'no certificate'].map((name) => made('stop', [name])),
  ];
  for (const document of documents) {
    const { body } = await call('POST', 'workflows', document);
    const run = await call('POST', `workflows/${body.id}/run`, { wait: true });
    outcomes.push(run.body.status);
    await look(run.body.id);
    await call('GET', `workflows/${body.id}`);
  }
  return outcomes;
}

describe('what is secret', () => {
  it.each(builtinCredentials.map(({ type }) => type).filter((type) => SAMPLES[type] && type !== 'jwtAuth'))(
    '%s is used',
    async (type) => {
      expect(await callsOf(type)).toEqual(['success', 'success', 'error', 'error']);
    },
  );

  it('is sent for a token and refused', async () => {
    for (const authentication of ['header', 'body']) {
      const id = await credential('oAuth2Api', { accessTokenUrl: `${base}/no-token`, authentication });
      const { body } = await call('POST', `credentials/${id}/test`);
      expect(body).toMatchObject({ ok: false, message: expect.stringMatching(/invalid_client.*\*\*\*/) });
    }
  });

  it('proves callers of webhooks', async () => {
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const kinds: [string, string, Record<string, string>, Record<string, string>][] = [
      ['basicAuth', 'httpBasicAuth', basic(`ada:${SAMPLES.httpBasicAuth?.secrets[0]}`), basic(`ada:${GUESS}`)],
      ['headerAuth', 'httpHeaderAuth', { 'x-key': SAMPLES.httpHeaderAuth?.secrets[0] as string }, { 'x-key': GUESS }],
      ['jwtAuth', 'jwtAuth', { authorization: `Bearer ${jwt}` }, { authorization: `Bearer ${GUESS}` }],
    ];
    for (const [authentication, type, right, wrong] of kinds) {
      const credentials = { [type]: { id: await credential(type) } };
      const options = { authentication, responseMode: 'lastNode', responseData: 'allEntries' };
      const hook = { ...nodes.webhook(authentication, options), credentials };
      const wait = { ...nodes.wait({ resume: 'webhook', authentication }), credentials };
      const chain = [hook, nodes.code('return [{ json: { seen: $input.all() } }]')];
      const { body } = await call('POST', 'workflows', workflow(authentication, chain));
      const active = await call('POST', `workflows/${body.id}/activate`);
      expect(active.status, JSON.stringify(active.body)).toBe(200);
      const url = `/webhook/${authentication}`;
      expect((await call('GET', url, undefined, wrong)).status).toBe(403);
      const taken = await call('GET', url, undefined, right);
      expect([taken.status, taken.body[0].seen[0].json.query]).toEqual([200, {}]);
      const listening = await call('POST', `workflows/${body.id}/listen`);
      expect((await call('GET', `/webhook-test/${authentication}`, undefined, right)).status).toBe(200);
      await look(listening.body.webhooks[0].executionId);
      await call('GET', `workflows/${body.id}/last-call?trigger=n0`);
      const { items } = (await call('GET', `executions?workflowId=${body.id}`)).body;
      for (const { id } of items) await look(id);
      expect(items.length).toBeGreaterThanOrEqual(2);
      await waited(workflow(`${authentication} later`, [nodes.webhook(`${authentication}-w`), wait]), right);
    }
  });

  /** A run that waits for a call that proves itself. */
  async function waited(document: object, headers: Record<string, string>): Promise<void> {
    const { body } = await call('POST', 'workflows', document);
    await call('POST', `workflows/${body.id}/activate`);
    const hook = (await call('GET', 'webhooks?limit=100')).body.items.find(
      (each: { workflow: { id: string } }) => each.workflow.id === body.id,
    );
    await call('GET', new URL(hook.url).pathname);
    await expect
      .poll(async () => (await person.call('GET', `executions?workflowId=${body.id}&status=waiting`)).body.items.length)
      .toBe(1);
    const [{ id }] = (await person.call('GET', `executions?workflowId=${body.id}`)).body.items;
    const { url } = (await call('GET', `executions/${id}`)).body.waiting.call;
    const went = await call('GET', url.replace(server.url, ''), undefined, headers);
    expect(went.status, JSON.stringify(went.body)).toBe(200);
    await expect.poll(async () => (await person.call('GET', `executions/${id}`)).body.status).toBe('success');
    await look(id);
  }

  it('is asked for in every other way', async () => {
    const texts = ['$credentials', '$json', '$secrets', '$node', 'Object.keys($workflow)', '$env', 'this'];
    for (const text of texts) await call('POST', 'expressions/evaluate', { text: `={{ ${text} }}` });
    for (const path of ['credentials?limit=100', 'audit?limit=200', 'executions?limit=100', 'workflows?limit=100'])
      await call('GET', path);
    for (const path of ['executions/export?format=csv', 'executions/export?format=json', 'workflows/export'])
      await call('GET', path);
    expect(answers.length).toBeGreaterThan(100);
  });

  it('is in no answer', () => {
    expect(answers.filter((text) => secretsIn(text, SECRETS).length > 0)).toEqual([]);
    expect(answers.filter((text) => text.includes(jwt))).toEqual([]);
  });

  it('is in no line of the log', () => {
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((text) => secretsIn(text, SECRETS).length > 0 || text.includes(jwt))).toEqual([]);
  });

  it('is in no row of the database', async () => {
    const client = new pg.Client(server.databaseUrl);
    await client.connect();
    try {
      const tables = await client.query(
        `select oid::regclass::text as name from pg_class
          where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition`,
      );
      let chunks = 0;
      for (const { name } of tables.rows) {
        const { rows } = await client.query(`select * from ${name}`);
        const texts = rows.map((row) =>
          Object.values(row)
            .map((value) => {
              if (!Buffer.isBuffer(value)) return JSON.stringify(value);
              if (name.includes('journal') || name.includes('chunk')) chunks++;
              return textOf(value);
            })
            .join(' '),
        );
        expect([name, texts.filter((text) => secretsIn(text, SECRETS).length > 0 || text.includes(jwt))]).toEqual([
          name,
          [],
        ]);
      }
      expect(chunks).toBeGreaterThan(20);
    } finally {
      await client.end();
    }
  });
});

function textOf(stored: Buffer): string {
  try {
    return Buffer.from(unpackChunk(stored)).toString('utf8');
  } catch {
    return stored.toString('latin1');
  }
}
