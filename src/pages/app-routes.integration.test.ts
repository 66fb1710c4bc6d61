import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing/test-server.js';
import { WEB_DIST } from './app-page.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

const nonceOf = (text: string | null) => /nonce-([^']+)'/.exec(text ?? '')?.[1];

it('is built before the tests run', () => expect(existsSync(join(WEB_DIST, 'index.html'))).toBe(true));

it('answers each of its addresses with a page whose scripts and styles have the nonce of that answer alone', async () => {
  const seen = new Set<string>();
  for (const path of ['/', '/setup', '/workflows', '/workflows/any/thing', '/settings/members']) {
    const answer = await fetch(server.url + path);
    const html = await answer.text();
    const policy = answer.headers.get('content-security-policy');
    const nonce = nonceOf(policy) as string;
    expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src[^;]*'self'/);
    const tags = html.match(/<(script|style|link rel="stylesheet")[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(1);
    for (const tag of tags) expect(tag).toContain(`nonce="${nonce}"`);
    seen.add(nonce);
  }
  expect(seen.size).toBe(5);
});

it('never answers a mistyped address of the API, or of a webhook, with a page', async () => {
  for (const path of [
    '/api/v1/nothing',
    '/api?x',
    '/webhook/nothing',
    '/webhook-test/x',
    '/health/x',
    '/assets/x.js',
  ]) {
    const answer = await fetch(server.url + path, { headers: { accept: 'text/html' } });
    await answer.text();
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers.get('content-type')).not.toContain('text/html');
  }
});

it('tells a person who mistyped an address so by the app, and a program by a problem document', async () => {
  for (const path of ['/workflow', '/index.html', '/nowhere/at/all?x=1']) {
    const page = await fetch(server.url + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([path, page.status, page.headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=utf-8']);
    expect(nonceOf(page.headers.get('content-security-policy'))).toBeTruthy();
    expect(await page.text()).toContain('<div id="root">');
    const problem = await fetch(server.url + path);
    expect([problem.status, await problem.json()]).toEqual([404, expect.objectContaining({ code: 'route.not_found' })]);
  }
});

it('hands its files out compressed, and those that never change to be kept for good', async () => {
  const html = await (await fetch(`${server.url}/`)).text();
  const script = /\/assets\/[^"]+\.js/.exec(html)?.[0] as string;
  const answer = await fetch(server.url + script, { headers: { 'accept-encoding': 'br' } });
  await answer.text();
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-type')).toContain('javascript');
  const icon = await fetch(`${server.url}/icon.svg`);
  await icon.text();
  expect([icon.status, icon.headers.get('cache-control')]).toEqual([200, 'no-cache']);
});
