import { readdirSync, readFileSync } from 'node:fs';
import { builtinNodes } from '@orchestrator/nodes';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** Words that English has in every other sentence, and German in none. */
const ENGLISH =
  /\b(the|and|with|this|that|your|which|when|there|has|have|are|does|doesn't|can't|isn't|yet|been|will|from|into|every|each|any)\b/i;
/** What is said in English on purpose: names, code, and what services and people wrote. */
const ON_PURPOSE = /JSON Web Token|Client Credentials|Authorization Code|\$json|https?:|^[\w.$[\]]+$/;

/** Nodes whose panels are looked at: each has something that others have not. That all say all is a test of the nodes. */
const PANELS = [
  'httpRequest',
  'if',
  'editFields',
  'scheduleTrigger',
  'webhookTrigger',
  'executeSubworkflow',
  'placeholder',
];

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let whole: string;
const found: Record<string, string[]> = {};

/** The texts of the English catalogue that German says otherwise. */
const catalogue = new Set([...literalsOf('en')].filter((text) => !literalsOf('de').has(text)));
/** The English texts of nodes that German says otherwise. */
const ofNodes = new Set(
  builtinNodes.flatMap(({ translations }) =>
    Object.entries(translations?.de?.texts ?? {}).flatMap(([english, german]) => (english === german ? [] : [english])),
  ),
);

function literalsOf(language: string): Set<string> {
  const folder = new URL(`../../web/src/texts/${language}/`, import.meta.url);
  const texts = new Set<string>();
  const visit = (each: ts.Node): void => {
    if (ts.isStringLiteral(each) && /\p{Ll}{3}/u.test(each.text) && !ts.isImportDeclaration(each.parent))
      texts.add(each.text);
    ts.forEachChild(each, visit);
  };
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.ts'))) {
    visit(ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return texts;
}

/** Every text on the page that a person sees or hears, but for code and what was typed. */
const TEXTS = `(() => {
  const own = 'code, pre, kbd, .cm-editor, textarea, [data-own-words]';
  const seen = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let at = walk.nextNode(); at; at = walk.nextNode()) {
    const parent = at.parentElement;
    if (parent && !parent.closest(own + ', script, style') && parent.checkVisibility()) seen.add(at.textContent.trim());
  }
  for (const at of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    if (at.closest(own) || !at.checkVisibility()) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) seen.add((at.getAttribute(name) ?? '').trim());
  }
  return [...seen].filter(Boolean);
})()`;

/** Notes what is English on the page as it stands. */
async function look(name: string): Promise<void> {
  const texts = (await page.evaluate(TEXTS)) as string[];
  const english = texts.filter(
    (text) => (catalogue.has(text) || ofNodes.has(text) || ENGLISH.test(text)) && !ON_PURPOSE.test(text),
  );
  if (english.length > 0) found[name] = english;
}
const settled = async () => {
  await page.locator('h1, .react-flow__node, canvas').first().waitFor();
  await still();
};
/** Until the page says the same twice: the editor's stream of events never lets the network be idle. */
const still = async () => {
  let before: unknown;
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(`document.body.innerText`);
        const isStill = now === before;
        before = now;
        return isStill;
      },
      { interval: 150, timeout: 15_000 },
    )
    .toBe(true);
};

describe.skipIf(!hasChromium)('the app in German', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    const rules = [{ every: 'weeks', weekdays: [1, 3], hour: 8, minute: 30 }];
    const timed = await saved(ada, 'Bericht', node('Uhr', 'scheduleTrigger', { rules }));
    expect((await ada.call('POST', `workflows/${timed.id}/activate`)).status).toBe(200);
    const all = builtinNodes.map(({ type }, index) =>
      node(`K${index}`, type, {}, { position: [(index % 6) * 256, Math.floor(index / 6) * 128] }),
    );
    whole = (await ada.call('POST', 'workflows', { name: 'Alle', nodes: all, edges: [] })).body.id;
    const failing = await saved(
      ada,
      'Fehler',
      node('Start', 'manualTrigger'),
      node('Aufruf', 'httpRequest', { url: 'http://127.0.0.1:1/' }),
    );
    await ada.call('POST', `workflows/${failing.id}/run`, { wait: true });
    const data = { name: 'X-Key', value: 'k-1' };
    await ada.call('POST', 'credentials', { name: 'Lager', type: 'httpHeaderAuth', data });
    await ada.call('POST', 'api-keys', { name: 'Abgleich', role: 'editor' });
    await ada.call('POST', 'invitations', { role: 'viewer', email: 'grace@example.com' });
    at = await personAt(browser, server, ada, { locale: 'de-DE' });
    ({ page } = at);
    await page.addInitScript({ content: `localStorage.setItem('tourDone', 'true')` });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('has no English on its pages', async () => {
    const execution = (await ada.call('GET', 'executions')).body.items[0].id;
    const settings = ['profile', 'tenant', 'members', 'api-keys', 'webhooks', 'audit', 'health', 'about'];
    const pages = ['workflows', 'executions', `executions/${execution}`, 'schedules', 'credentials', 'templates'];
    for (const path of [...pages, ...settings.map((each) => `settings/${each}`)]) {
      await page.goto(`${server.url}/${path}`);
      await settled();
      await look(path.replace(execution, 'one'));
    }
    await page.goto(`${server.url}/credentials?new=pick`);
    await page.getByRole('dialog').waitFor();
    await look('types of credentials');
    await page.goto(`${server.url}/credentials?new=oAuth2Api`);
    await page.getByRole('dialog').getByRole('textbox').nth(2).waitFor();
    await look('a new credential');
    expect(found).toEqual({});
  });

  it('has no English in its editor, on the cards and in panels', async () => {
    await page.goto(`${server.url}/workflows/${whole}`);
    await settled();
    await look('canvas');
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await look('palette');
    await page.keyboard.type('verzweig');
    await page.getByRole('option', { name: /^Wenn/ }).first().waitFor();
    await page.keyboard.press('Escape');
    for (const type of PANELS) {
      const index = builtinNodes.findIndex((each) => each.type === type);
      await page.goto(`${server.url}/workflows/${whole}?node=K${index}`);
      await page.getByRole('tab', { name: 'Parameter' }).first().waitFor();
      await still();
      await look(type);
      for (const name of ['Hilfe', ...(type === PANELS[0] ? ['Wiederholung & Fehler', 'Notizen'] : [])]) {
        await page.getByRole('tab', { name, exact: true }).first().click();
        await look(`${type}, ${name}`);
      }
    }
    expect(found).toEqual({});
  });
});
