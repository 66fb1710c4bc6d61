import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { n8nChain, set, webhook } from './support/n8n-workflow.js';
import { type ServerProcess, serverProcess } from './support/server-process.js';

/** What a crash in the middle of a run leaves, and what comes of it: the server is killed, not stopped. */
let folder: string;
let server: ServerProcess;
let token: string;
/** A service that workflows call: keeps every call open until the test answers. */
let service: Server;
let calls: { method: string; key?: string; answer: ServerResponse }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
  chmodSync(folder, 0o755);
  service = createServer((request, answer) => {
    calls.push({ method: request.method ?? '', key: request.headers['idempotency-key'] as string, answer });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  await start();
  const registered = await call('POST', 'auth/register', {
    email: 'crash@example.com',
    password: 'correct horse battery 9',
    name: 'Crash',
  });
  token = registered.accessToken;
});
afterAll(async () => {
  await server?.stop();
  service?.closeAllConnections();
  service?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = await serverProcess({ DATA_DIR: join(folder, 'data'), EGRESS_ALLOW: '127.0.0.1/32' });
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
async function call(method: string, path: string, body?: unknown): Promise<any> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}

/** Activates: webhook (answers at once) → call of the service → Edit Fields. */
async function activated(path: string, method: string): Promise<string> {
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;
  const http = { name: 'Service', type: 'httpRequest', version: 4.2, parameters: { method, url, options: {} } };
  const { workflow } = await call(
    'POST',
    'workflows/import',
    n8nChain(path, [webhook(path, { responseMode: 'onReceived' }), http, set('done', 'yes')]),
  );
  await call('POST', `workflows/${workflow.id}/activate`, {});
  return workflow.id;
}

/** Triggers, and waits until the service has been called. */
async function triggered(path: string): Promise<void> {
  const before = calls.length;
  const answer = await fetch(`${server.url}/webhook/${path}`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
  await until(() => calls.length > before);
}

async function until(test: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await test())) {
    if (Date.now() > end) throw new Error('it did not come to that in 20 s');
    await new Promise((done) => setTimeout(done, 50));
  }
}

const executionOf = async (workflowId: string) => (await call('GET', `executions?workflowId=${workflowId}`)).items[0];

describe('after a crash in the middle of a run', () => {
  it('a call that may be repeated is repeated, and the run goes on to its end', async () => {
    const id = await activated('crash-get', 'GET');
    calls = [];
    await triggered('crash-get');
    await server.kill();
    await start();
    await until(() => calls.length === 2);
    calls[1]?.answer.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}');
    await until(async () => (await executionOf(id)).status === 'success');
  });

  it('a step at which the server dies three times is not tried a fourth time: its run ends', async () => {
    const id = await activated('crash-again', 'GET');
    calls = [];
    await triggered('crash-again');
    for (let tries = 1; tries <= 3; tries++) {
      await until(() => calls.length === tries);
      await server.kill();
      await start();
    }
    await until(async () => (await executionOf(id)).status === 'error');
    const { error } = await executionOf(id);
    expect(error).toMatchObject({ code: 'run.fruitless', message: expect.stringContaining('at "Service"') });
    expect(calls).toHaveLength(3);
  });

  it('a call that may not be repeated is not: a person is asked', async () => {
    const id = await activated('crash-post', 'POST');
    calls = [];
    await triggered('crash-post');
    await server.kill();
    await start();
    await until(async () => (await executionOf(id)).status === 'in_doubt');
    expect(calls).toHaveLength(1);
    const execution = await executionOf(id);
    await call('POST', `executions/${execution.id}/answer`, { answer: 'done', items: [{ json: { sent: true } }] });
    await until(async () => (await executionOf(id)).status === 'success');
    expect(calls).toHaveLength(1);
    const { runs } = await call('GET', `executions/${execution.id}`);
    expect(runs.Edit[0].outputs[0][0].json).toEqual({ done: 'yes' });
  });

  it('what was acknowledged is run, however many', async () => {
    const { workflow } = await call(
      'POST',
      'workflows/import',
      n8nChain('Many', [webhook('crash-many', { responseMode: 'onReceived' }), set('done', 'yes')]),
    );
    await call('POST', `workflows/${workflow.id}/activate`, {});
    let acknowledged = 0;
    const senders = [...Array(8)].map(async () => {
      for (let i = 0; i < 200; i++) {
        const answer = await fetch(`${server.url}/webhook/crash-many`, { method: 'POST' }).catch(() => undefined);
        if (answer?.ok) acknowledged++;
        else return;
      }
    });
    await until(() => acknowledged > 300);
    await server.kill();
    await Promise.all(senders);
    await start();
    let ended = 0;
    await until(async () => {
      ended = 0;
      let cursor = '';
      do {
        const page = await call(
          'GET',
          `executions?workflowId=${workflow.id}&status=success&limit=200${cursor && `&cursor=${cursor}`}`,
        );
        ended += page.items.length;
        cursor = page.nextCursor;
      } while (cursor);
      return ended >= acknowledged;
    });
    expect(ended).toBeGreaterThanOrEqual(acknowledged);
  });
});
