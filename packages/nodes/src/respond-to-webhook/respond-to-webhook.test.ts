import { runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { respondToWebhook } from './respond-to-webhook.node.js';

const items = [{ a: 1 }, { a: 2 }];
const respond = (parameters: JsonObject) => runNode(respondToWebhook, { parameters, items });

test.each([
  [{}, { status: 200, headers: {}, body: { json: { a: 1 } } }],
  [{ respondWith: 'allItems' }, { status: 200, headers: {}, body: { json: items } }],
  [
    { respondWith: 'json', json: '{"ok":true}' },
    { status: 200, headers: {}, body: { json: { ok: true } } },
  ],
  [
    { respondWith: 'json', json: [1] },
    { status: 200, headers: {}, body: { json: [1] } },
  ],
  [{ respondWith: 'nothing' }, { status: 200, headers: {} }],
  [
    { respondWith: 'redirect', url: 'https://a.example/' },
    { status: 307, headers: { location: 'https://a.example/' } },
  ],
  [
    { respondWith: 'text', text: '<h1>Hi</h1>' },
    { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: { text: '<h1>Hi</h1>' } },
  ],
  [
    { options: { status: 418, field: 'row.x', headers: [{ name: 'X-Tea', value: 'two' }] } },
    { status: 418, headers: { 'x-tea': 'two' }, body: { json: { row: { x: { a: 1 } } } } },
  ],
])('%j answers %j', async (parameters, response) => {
  expect((await respond(parameters)).response).toEqual(response);
});

test('the items go on', async () => {
  expect((await respond({ respondWith: 'nothing' })).outputs).toEqual([items.map((json) => ({ json }))]);
});

test('the answer is on a second output when asked for', async () => {
  const { outputs } = await respond({ responseOutput: true, options: { status: 201 } });
  expect(outputs[1]).toEqual([{ json: { response: { statusCode: 201, headers: {}, body: { a: 1 } } } }]);
});

describe('a file', () => {
  const file = { mimeType: 'application/pdf', data: 'UERG' };
  const binary = { doc: file, other: { mimeType: 'text/plain', data: '' } };
  const answer = (parameters: JsonObject) =>
    runNode(respondToWebhook, { parameters: { respondWith: 'file', ...parameters }, items: [{ json: {}, binary }] });
  test('is the first, or the one that is named', async () => {
    expect((await answer({})).response?.body).toEqual({ file });
    expect((await answer({ file: 'other' })).response?.body).toEqual({ file: binary.other });
  });
  test.each(['none', '__proto__'])('%s is not there', async (name) => {
    await expect(answer({ file: name })).rejects.toMatchObject({ code: 'webhook.file' });
  });
});

test('a token is signed with the key of the credential', async () => {
  const { response } = await runNode(respondToWebhook, {
    parameters: { respondWith: 'jwt', payload: '{"sub":"ada"}' },
    credentials: { jwtAuth: { keyType: 'passphrase', secret: 'a long secret of a test', algorithm: 'HS256' } },
  });
  expect(response?.body).toEqual({ json: { token: expect.any(String) } });
  const { token } = Object(response?.body).json;
  const { payload } = await jwtVerify(token, new TextEncoder().encode('a long secret of a test'));
  expect(payload).toEqual({ sub: 'ada', iat: Date.UTC(2026, 0, 1) / 1000 });
});

test('JSON that is none is a fault', async () => {
  await expect(respond({ respondWith: 'json', json: '{"ok": ' })).rejects.toMatchObject({ code: 'json.syntax' });
});

test('JSON is answered with its numbers as they were typed', async () => {
  const { response } = await respond({ respondWith: 'json', json: '{"id": 9007199254740993, "v": 1.0}' });
  expect(response?.body).toEqual({ text: '{"id":9007199254740993,"v":1.0}' });
  expect(response?.headers).toEqual({ 'content-type': 'application/json; charset=utf-8' });
});

test('JSON that is a text is answered as that text', async () => {
  expect((await respond({ respondWith: 'json', json: '"x"' })).response?.body).toEqual({ text: 'x' });
  expect((await respond({ respondWith: 'json', json: '5' })).response?.body).toEqual({ json: 5 });
});

test('addresses and headers are encoded where that is possible, and refused elsewhere', async () => {
  const { response } = await respond({ respondWith: 'redirect', url: '/straße?q=日本' });
  expect(response?.headers).toEqual({ location: '/stra%C3%9Fe?q=%E6%97%A5%E6%9C%AC' });
  const headers = (value: string) => ({ options: { headers: [{ name: 'X-Name', value }] } });
  expect((await respond(headers('Zoë'))).response?.headers).toEqual({ 'x-name': 'Zoë' });
  for (const value of ['日本', 'a\nb']) {
    await expect(respond(headers(value))).rejects.toMatchObject({ code: 'webhook.header' });
  }
});
