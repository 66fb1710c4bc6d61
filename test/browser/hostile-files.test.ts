import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** Files that strangers sent are looked at in the app: shown, and nothing in them runs or calls anybody. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;

const ATTACK = 'parent.hit = 1; top.hit = 1; if (opener) opener.hit = 1;';
const FILES = {
  page: {
    name: 'page.html',
    type: 'text/html',
    text: `<h1>Invoice</h1><script>${ATTACK}</script><img src="x:" onerror="${ATTACK}">
      <img src="https://stranger.example/seen.png"><iframe src="/api/v1/users/me"></iframe>
      <form action="/api/v1/auth/logout" method="post" target="_top"><button autofocus>Go</button></form>
      <meta http-equiv="refresh" content="0;url=/api/v1/auth/logout"><a href="javascript:${ATTACK}">go</a>`,
  },
  picture: {
    name: 'picture.svg',
    type: 'image/svg+xml',
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" onload="${ATTACK}"><script>${ATTACK}</script>
      <image href="https://stranger.example/seen.png"/><rect width="80" height="40" fill="teal"/></svg>`,
  },
  script: { name: 'script.js', type: 'application/javascript', text: `globalThis.hit = 1; ${ATTACK}` },
  document: { name: 'document.pdf', type: 'application/pdf', text: `<script>${ATTACK}</script>` },
  mixed: { name: 'mixed', type: 'text/html;charset=utf-8', text: `<script>${ATTACK}</script>` },
};

describe.skipIf(!hasChromium)('files of strangers', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });

  it('are shown without anything in them running', async () => {
    const { id } = await saved(ada, 'Uploads', node('Hook', 'webhookTrigger', { path: 'uploads', methods: ['POST'] }));
    await ada.call('POST', `workflows/${id}/activate`, {});
    const form = new FormData();
    for (const [field, { name, type, text }] of Object.entries(FILES))
      form.append(field, new Blob([text], { type }), name);
    expect((await fetch(`${server.url}/webhook/uploads`, { method: 'POST', body: form })).status).toBe(200);
    await expect.poll(async () => (await ada.call('GET', 'executions')).body.items.length).toBe(1);
    const [execution] = (await ada.call('GET', 'executions')).body.items;

    const at = await personAt(browser, server, ada);
    const { page } = at;
    await page.goto(`${server.url}/executions/${execution.id}`);
    await page.getByRole('option', { name: /^Hook/ }).click();
    await page.getByRole('button', { name: 'Files' }).click();
    const previews = page.getByRole('button', { name: 'Show', exact: true });
    await expect.poll(() => previews.count()).toBe(5);
    for (const preview of await previews.all()) await preview.click();

    // The page is there to be read, in a frame that may do nothing.
    const frame = page.locator('iframe[title="page.html"]');
    expect(await frame.getAttribute('sandbox')).toBe('');
    await page.frameLocator('iframe[title="page.html"]').getByRole('heading', { name: 'Invoice' }).waitFor();
    const picture = page.getByRole('img', { name: 'picture.svg' });
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(80);
    await page.getByText('globalThis.hit = 1').waitFor();
    const pdf = page.getByRole('link', { name: 'Open the PDF in a new tab' });
    expect(await pdf.getAttribute('href')).toMatch(/^blob:/);
    expect(await pdf.getAttribute('rel')).toContain('noopener');

    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
    expect(new URL(page.url()).pathname).toBe(`/executions/${execution.id}`);
    expect((await ada.call('GET', 'users/me')).status).toBe(200);
    // The browser says that it refused things; that anybody else was called it does not say.
    expect(at.complaints.filter((each) => each.startsWith('http'))).toEqual([]);
    await at.close();
  });
});
