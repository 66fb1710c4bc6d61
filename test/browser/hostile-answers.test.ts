import { readFileSync } from 'node:fs';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type SignedIn, signedIn } from './support/signed-in.js';

/** A tenant's workflow answers with documents that attack the app, in a browser in which the app is signed in. */
const SCRIPT = readFileSync(new URL('support/attacks.client.js', import.meta.url), 'utf8');
const POLICY = 'sandbox allow-forms allow-scripts';
const HTML = `<!doctype html><title>hostile</title><body><script>${SCRIPT}</script>`;
const XHTML = `<html xmlns="http://www.w3.org/1999/xhtml"><body><script><![CDATA[${SCRIPT}]]></script></body></html>`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg"><script><![CDATA[${SCRIPT}]]></script></svg>`;
/** What each attempt of the script comes to in a document of no origin. */
const STOPPED = {
  origin: 'null',
  cookie: 'SecurityError',
  setCookie: 'SecurityError',
  localStorage: 'SecurityError',
  sessionStorage: 'SecurityError',
  indexedDb: 'SecurityError',
  caches: 'SecurityError',
  refresh: 'TypeError',
  // Sent without the cookie, as `requireUntouched` finds, and not even an opaque answer is let through.
  refreshBlindly: 'TypeError',
  logoutBlindly: 'TypeError',
  page: 'TypeError',
  serviceWorker: 'SecurityError',
  worker: 'SecurityError',
  sharedWorker: 'SecurityError',
  window: 'none',
  frame: 'closed',
};

let server: TestServer;
let mallory: TestPerson;
let browser: Browser;
let victim: SignedIn;
let page: Page;

/** Sets a workflow live that answers calls of /webhook/<path>; gives its address. */
async function answering(path: string, response: object, trigger: object = {}): Promise<string> {
  const id = await saved(path, response, trigger);
  expect((await mallory.call('POST', `workflows/${id}/activate`)).status).toBe(200);
  return `${server.url}/webhook/${path}`;
}
async function saved(path: string, response: object, trigger: object = {}): Promise<string> {
  const chain = [
    nodes.webhook(path, { methods: ['GET', 'POST'], responseMode: 'responseNode', ...trigger }),
    nodes.respond({ ...response } as never),
  ];
  // Each method has an output of its own: both lead to the answer.
  const document = workflow(path, chain);
  const [first] = document.edges;
  if (first) document.edges.push({ ...first, from: { ...first.from, port: 1 } } as never);
  const { status, body } = await mallory.call('POST', 'workflows', document);
  expect([status, body.id]).toEqual([201, expect.any(String)]);
  return body.id;
}
const text = (body: string, headers: Record<string, string> = {}) => ({
  respondWith: 'text',
  text: body,
  options: { headers: Object.entries(headers).map(([name, value]) => ({ name, value })) },
});
const open = async (address: string) => (await page.goto(address)) as Response;
/** What the document's own script gets. */
const attacked = () => page.evaluate('window.attack()');

describe.skipIf(!hasChromium)('what a workflow answers is hostile to the origin of the app', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    mallory = await server.person('Mallory');
    await answering('worker', text('', { 'Content-Type': 'text/javascript' }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  beforeEach(async () => {
    victim = await signedIn(browser, server, mallory);
    page = await victim.context.newPage();
  });
  afterEach(() => victim.close());

  it('the attack would work in a document of the app itself', async () => {
    await page.goto(server.url);
    const before = await victim.refreshCookie();
    await page.evaluate(SCRIPT);
    expect(await attacked()).toMatchObject({
      origin: server.url,
      localStorage: 'of the app',
      refresh: { accessToken: expect.any(String) },
      page: expect.stringContaining('Orchestrator'),
    });
    expect(await victim.refreshCookie()).not.toBe(before);
  });

  it('scripts of a page run, and get nothing', async () => {
    await open(await answering('html', text(HTML)));
    expect(await page.title()).toBe('hostile');
    expect(await attacked()).toEqual(STOPPED);
    await victim.requireUntouched();
  });

  it('the same holds for a test call', async () => {
    const id = await saved('trial', text(HTML));
    const { body } = await mallory.call('POST', `workflows/${id}/listen`);
    await open(body.webhooks[0].url);
    expect(page.url()).toContain('/webhook-test/');
    expect(await attacked()).toEqual(STOPPED);
    await victim.requireUntouched();
  });

  it.each([
    ['xhtml', 'application/xhtml+xml', XHTML],
    ['svg', 'image/svg+xml', SVG],
    ['xml', 'text/xml', XHTML],
    ['upper', 'TEXT/HTML; charset=utf-7', HTML],
  ])('a document of another type is confined as well: %s', async (path, type, body) => {
    await open(await answering(path, text(body, { 'Content-Type': type })));
    expect(await page.evaluate('window.ran')).toBe(true);
    expect(await attacked()).toMatchObject({ origin: 'null', cookie: 'SecurityError', refresh: 'TypeError' });
    await victim.requireUntouched();
  });

  it.each([
    ['plain', 'text/plain'],
    ['json', 'application/json'],
    ['script', 'text/javascript'],
  ])('what is no document is not taken for one: %s', async (path, type) => {
    await open(await answering(path, text(HTML, { 'Content-Type': type, 'X-Content-Type-Options': 'none' })));
    expect(await page.evaluate('[window.ran === undefined, document.contentType, self.origin]')).toEqual([
      true,
      type,
      'null',
    ]);
  });

  it.each(['application/pdf', 'multipart/x-mixed-replace', 'application/octet-stream', 'image/png'])(
    'every answer carries what confines it: %s',
    async (type) => {
      const address = await answering(`type-${type.replace(/\W/g, '-')}`, text(HTML, { 'Content-Type': type }));
      const { headers } = await fetch(address);
      expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
        POLICY,
        'nosniff',
      ]);
    },
  );

  it('a file that was sent in is confined when it is sent back', async () => {
    const address = await answering('file', { respondWith: 'file' });
    await page.setContent(
      `<form method="post" enctype="multipart/form-data" action="${address}"><input type="file" name="up"></form>`,
    );
    const file = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(HTML) };
    await page.locator('input').setInputFiles(file);
    await Promise.all([page.waitForURL(address), page.evaluate('document.forms[0].submit()')]);
    expect(await attacked()).toEqual(STOPPED);
    await victim.requireUntouched();
  });

  it('headers that act on the origin do not arrive, and none loosens the confinement', async () => {
    const address = await answering(
      'headers',
      text(HTML, {
        'Set-Cookie': 'orchestrator_refresh=planted; path=/api/v1/auth',
        'Clear-Site-Data': '"*"',
        'Service-Worker-Allowed': '/',
        'Content-Security-Policy': 'sandbox allow-scripts allow-same-origin',
        'Access-Control-Allow-Credentials': 'true',
      }),
    );
    const headers = await (await open(address)).allHeaders();
    for (const name of ['set-cookie', 'clear-site-data', 'service-worker-allowed'])
      expect(headers).not.toHaveProperty(name);
    expect(headers['content-security-policy']).toContain(POLICY);
    expect(await attacked()).toEqual(STOPPED);
    await victim.requireUntouched();
  });

  it('a redirect carries nobody past the confinement', async () => {
    const target = await answering('target', text(HTML));
    await open(await answering('moved', { respondWith: 'redirect', url: target }));
    expect(page.url()).toBe(target);
    expect(await attacked()).toEqual(STOPPED);
    // 307 keeps the method: a form would be posted on to the app, were the cookie with it.
    const logout = await answering('logout', { respondWith: 'redirect', url: `${server.url}/api/v1/auth/logout` });
    await open(await answering('form-on', text(`<form method="post" action="${logout}"><button>Go</button></form>`)));
    await Promise.all([page.waitForResponse(/auth\/logout/), page.click('button')]);
    await victim.requireUntouched();
  });

  it('its own forms work', async () => {
    const echo = await answering('echo', { respondWith: 'firstItem' });
    await open(
      await answering('form', text(`<form method="post" action="${echo}"><input name="a"><button>Go</button></form>`)),
    );
    await page.fill('input', 'typed');
    await Promise.all([page.waitForURL(echo), page.click('button')]);
    expect(JSON.parse((await page.textContent('body')) ?? '')).toMatchObject({ body: { a: 'typed' } });
  });

  it('a page of the app runs no script that a workflow serves', async () => {
    const script = await answering('x.js', text(SCRIPT, { 'Content-Type': 'text/javascript' }));
    for (const path of ['/', '/setup']) {
      await page.goto(server.url + path);
      await page.evaluate(
        `new Promise((done) => {
          const script = document.createElement('script');
          script.onload = script.onerror = done;
          script.src = ${JSON.stringify(script)};
          document.body.append(script);
        })`,
      );
      expect(await page.evaluate('window.ran')).toBeUndefined();
    }
  });
});
