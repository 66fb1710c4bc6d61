// Takes the pictures in docs/screenshots: every page, on a desk and on a phone, from a server of its own with some data.
//   npm run screenshots [-- PATTERN]   only those whose name matches
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildAll } from './build.mjs';
import { buildWeb } from './build-web.mjs';
import { root } from './install.mjs';
import { pagesOf } from './screenshots/pages.mjs';
import { setScene } from './screenshots/scene.mjs';

const OUT = join(root, 'docs', 'screenshots');
const PERSON = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse battery staple' };
const WIDTHS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const SETTLE_MS = 900;
const only = new RegExp(process.argv[2] ?? '');

await buildAll({ quiet: true });
await buildWeb({ quiet: true });
const { readConfig } = await import('../dist/config/config.js');
const { startServer } = await import('../dist/server.js');
const folder = mkdtempSync(join(tmpdir(), 'orchestrator-pictures-'));
rmSync(folder, { recursive: true });
const server = await startServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' }));

const send = async (method, path, body, token) => {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
};
const claim = { ...PERSON, token: server.installation.claimLink.split('#token=')[1] };
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/google-chrome', process.env.CHROMIUM_PATH].find(
    (path) => path && existsSync(path),
  ),
  args: ['--no-sandbox', '--disable-background-networking'],
});
mkdirSync(OUT, { recursive: true });

/** Takes one picture a width; `prepare` brings the page to where it is worth one. */
async function picture(name, path, { prepare, colorScheme = 'light', widths = Object.keys(WIDTHS), signIn } = {}) {
  for (const width of widths) {
    const context = await browser.newContext({ viewport: WIDTHS[width], colorScheme, storageState: await signIn?.() });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`${name} (${width}): ${message.text()}`);
    });
    page.on('pageerror', (error) => console.log(`${name} (${width}): ${error.message}`));
    await page.goto(server.url + path);
    await page.waitForSelector('h1, [role=application]').catch(() => {});
    await prepare?.(page, width).catch((error) => console.log(`${name} (${width}): ${error.message.split('\n')[0]}`));
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: join(OUT, `${name}-${width}.png`) });
    await context.close();
  }
}

try {
  await picture('setup', server.installation.claimLink.slice(server.url.length));
  const owner = (await send('POST', '/api/v1/auth/setup', claim)).body;
  const call = async (method, path, body) => {
    const answer = await send(method, `/api/v1/${path}`, body, owner.accessToken);
    if (answer.status >= 400) console.log(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const scene = await setScene(call, (path, body) => send('POST', `/webhook/${path}`, body));
  const context = await browser.newContext();
  const signIn = async () => {
    await context.request.post(`${server.url}/api/v1/auth/login`, {
      data: { email: PERSON.email, password: PERSON.password },
    });
    const state = await context.storageState();
    // The tour is over for whoever has been here before.
    state.origins = [{ origin: server.url, localStorage: [{ name: 'tourDone', value: 'true' }] }];
    return state;
  };
  const { items } = await call('GET', `executions?workflowId=${scene.order}`);
  const [waiting] = (await call('GET', 'executions?status=waiting')).items;
  const pages = pagesOf({
    ...scene,
    good: items.find(({ status }) => status === 'success')?.id,
    failed: items.find(({ status }) => status === 'error')?.id,
    waiting: waiting?.id,
  });
  for (const [name, path, { dark, signedOut, ...options } = {}] of pages.filter(([name]) => only.test(name))) {
    const shown = { ...options, signIn: signedOut ? undefined : signIn };
    await picture(name, path, shown);
    if (dark) await picture(`${name}-dark`, path, { ...shown, colorScheme: 'dark' });
  }
} finally {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
