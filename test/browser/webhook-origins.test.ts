import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { freePort } from '../support/server-process.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type SignedIn, signedIn } from './support/signed-in.js';

/**
 * Webhooks at an origin of their own, of the same site as the app, in a browser in which the app is signed in. Chromium
 * finds every name below localhost on this machine, and trusts it as it does HTTPS.
 */
const SCRIPT = readFileSync(new URL('support/attacks.client.js', import.meta.url), 'utf8');
const HTML = `<!doctype html><title>hostile</title><body><script>${SCRIPT}</script>`;
/** What attempts on the app come to from any other origin. */
const KEPT_OUT = {
  refresh: 'TypeError',
  refreshBlindly: 'TypeError',
  logout: 'TypeError',
  logoutBlindly: 'TypeError',
  api: 'TypeError',
  page: 'TypeError',
  metrics: 'TypeError',
  frame: 'closed',
};

const text = (body: string, headers: Record<string, string> = {}) => ({
  respondWith: 'text',
  text: body,
  options: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
});

interface Place {
  server: TestServer;
  mallory: TestPerson;
  browser: Browser;
  /** Where Mallory's webhook answers with what is hostile. */
  address: string;
}

async function place(webhooks: string): Promise<Place> {
  const port = await freePort();
  const server = await testServer({
    PORT: String(port),
    PUBLIC_URL: `http://app.example.localhost:${port}`,
    WEBHOOK_URL: `http://${webhooks}:${port}`,
  });
  const browser = await openChromium();
  const mallory = await server.person('Mallory');
  const live = async (path: string, response: object): Promise<string> => {
    const chain = [nodes.webhook(path, { responseMode: 'responseNode' }), nodes.respond(response as never)];
    const { id } = (await mallory.call('POST', 'workflows', workflow(path, chain))).body;
    return (await mallory.call('POST', `workflows/${id}/activate`)).body.webhooks[0].url;
  };
  await live('worker', text('', { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' }));
  const address = await live('hostile', text(HTML, { 'Set-Cookie': 'mine=1; Path=/; Domain=example.localhost' }));
  return { server, mallory, browser, address };
}
async function close(at: Place | undefined): Promise<void> {
  await at?.browser.close();
  await at?.server.drop();
}
const attack = (page: Page) => page.evaluate('window.attack()');
const attackAt = (page: Page, app: string) => page.evaluate(`window.attackAt(${JSON.stringify(app)})`);

/** A form is posted to the app at the top, as a link or a redirect would go: no policy keeps the browser from that. */
async function postForm(page: Page, action: string): Promise<number | undefined> {
  const answered = page.waitForResponse(action);
  await page.evaluate(`(() => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = ${JSON.stringify(action)};
    document.body.append(form);
    form.submit();
  })()`);
  const status = (await answered).status();
  await page.waitForURL(action);
  return status;
}

describe.skipIf(!hasChromium)('a host of webhooks that all tenants share', () => {
  let at: Place;
  let victim: SignedIn;
  let page: Page;
  beforeAll(async () => {
    at = await place('hooks.example.localhost');
  });
  afterAll(() => close(at));
  beforeEach(async () => {
    victim = await signedIn(at.browser, at.server, at.mallory);
    page = await victim.context.newPage();
  });
  afterEach(() => victim.close());

  it('a hostile page there reaches no session, no storage, no worker and no API', async () => {
    const { server, address } = at;
    expect(new URL(address).host).toMatch(/^hooks\.example\.localhost/);
    await page.goto(address);
    expect(await attack(page)).toMatchObject({
      origin: 'null',
      cookie: 'SecurityError',
      setCookie: 'SecurityError',
      localStorage: 'SecurityError',
      indexedDb: 'SecurityError',
      serviceWorker: 'SecurityError',
      worker: 'SecurityError',
      sharedWorker: 'SecurityError',
      refresh: 'TypeError',
      page: 'TypeError',
    });
    expect(await attackAt(page, server.url)).toEqual(KEPT_OUT);
    expect(await page.context().cookies(address)).toEqual([]);
    await victim.requireUntouched();
  });

  it('a form that it posts to the app ends no session', async () => {
    const { server, address } = at;
    await page.goto(address);
    expect(await postForm(page, `${server.url}/api/v1/auth/logout`)).toBeGreaterThanOrEqual(400);
    await victim.requireUntouched();
  });

  it('nothing of the app is there', async () => {
    const { address } = at;
    for (const path of ['/', '/sign-in', '/sw.js', '/api/v1/auth/setup', '/api-docs']) {
      expect([path, (await page.goto(new URL(path, address).href))?.status()]).toEqual([path, 404]);
    }
  });
});

describe.skipIf(!hasChromium)('an origin of a tenant’s own', () => {
  let at: Place;
  let victim: SignedIn;
  let page: Page;
  beforeAll(async () => {
    at = await place('*.hooks.example.localhost');
  });
  afterAll(() => close(at));
  beforeEach(async () => {
    victim = await signedIn(at.browser, at.server, at.mallory);
    page = await victim.context.newPage();
  });
  afterEach(() => victim.close());

  it('is a page’s own, and leads no further', async () => {
    const { server, address } = at;
    await page.goto(address);
    expect(await attack(page)).toMatchObject({
      origin: new URL(address).origin,
      cookie: 'mine=1',
      setCookie: 'set',
      // Nothing would ever take it back: not even here.
      serviceWorker: 'TypeError',
      refresh: { code: 'route.not_found' },
    });
    expect(await attackAt(page, server.url)).toEqual(KEPT_OUT);
    // Kept for this host, although it was to be for the app's as well.
    expect((await page.context().cookies(server.url)).map(({ name }) => name)).not.toContain('mine');
    await victim.requireUntouched();
  });

  it('a form that it posts to the app, of whose site it is, ends no session', async () => {
    const { server, address } = at;
    await page.goto(address);
    expect(await postForm(page, `${server.url}/api/v1/auth/logout`)).toBeGreaterThanOrEqual(400);
    await victim.requireUntouched();
  });

  it('another tenant’s is another', async () => {
    const { server, address } = at;
    const other = await server.person('Eve');
    const { slug } = (await other.call('GET', 'tenants/current')).body;
    const there = new URL(address);
    there.hostname = `${slug}.hooks.example.localhost`;
    expect((await page.goto(there.href))?.status()).toBe(404);
  });
});
