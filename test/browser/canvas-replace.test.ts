import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { CanvasHand } from './support/canvas.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Nodes that can't do their work: they say so on the canvas, and another takes their place. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

const n8n = (name: string, type: string, x: number, parameters: object = {}, more: object = {}) => ({
  id: name,
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion: 1,
  position: [x, 0],
  parameters,
  ...more,
});
const IMPORTED = {
  name: 'Imported',
  nodes: [
    n8n('Start', 'manualTrigger', 0),
    n8n('Tell them', 'telegram', 220, { url: '={{ $json.url }}', text: 'hi' }, { notes: 'for the team' }),
    n8n('After', 'noOp', 440),
  ],
  connections: {
    Start: { main: [[{ node: 'Tell them', type: 'main', index: 0 }]] },
    'Tell them': { main: [[{ node: 'After', type: 'main', index: 0 }]] },
  },
};

describe.skipIf(!hasChromium)('nodes that can’t do their work', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterEach(() => leaveInPeace(at));

  const marked = (name: string) => hand.named(name).locator('[data-problem]');
  const take = async (search: string, option: RegExp) => {
    await page.getByRole('combobox', { name: /^Replace/ }).fill(search);
    await page.getByRole('option', { name: option }).first().waitFor();
    await page.keyboard.press('Enter');
  };

  it('says what a placeholder was and that it stops a run, and replaces it by a key', async () => {
    const { status, body } = await ada.call('POST', 'workflows/import', IMPORTED);
    expect(status).toBe(201);
    expect(body.report.unsupported).toMatchObject([{ node: 'Tell them', label: 'Telegram' }]);
    await hand.open(server.url, body.workflow.id);
    const card = hand.named('Tell them');
    await card.getByText('Telegram: not available').waitFor();
    expect(await marked('Tell them').getAttribute('title')).toContain('Telegram is not available here: a run stops');
    await page.getByRole('group', { name: /^Tell them, .*a run stops at this node/ }).waitFor();
    expect(await marked('After').count()).toBe(0);

    await card.click();
    const panel = page.getByRole('complementary');
    await panel.getByText('Telegram: not available').waitFor();
    // Nothing is known of what it did.
    expect(await panel.getByText('outside').count()).toBe(0);
    await hand.canvas().focus();
    await page.keyboard.press('Shift+R');
    await take('http request', /^HTTP request/i);
    await hand.saved(async () => (await hand.document()).nodes.map(({ type }) => type)).toContain('httpRequest');
    const replaced = (await hand.document()).nodes.find(({ name }) => name === 'Tell them');
    expect(replaced).toMatchObject({ parameters: { url: '={{ $json.url }}' }, note: 'for the team' });
    await hand.savedEdges().toEqual(['Start>Tell them', 'Tell them>After']);
    await expect.poll(() => marked('Tell them').count()).toBe(0);

    await hand.undo();
    await hand.saved(async () => (await hand.document()).nodes.map(({ type }) => type)).toContain('placeholder');
    await marked('Tell them').waitFor();
  });

  it('replaces any node from its menu and from the panel, and says which edges went', async () => {
    const main = (from: string, to: string, port = 0) => ({
      kind: 'main',
      from: { node: from, ...(port ? { port } : {}) },
      to: { node: to },
    });
    const node = (id: string, type: string, x: number, y = 0) => ({
      id,
      name: id,
      type,
      version: 1,
      position: [x, y],
      parameters: {},
    });
    const { body } = await ada.call('POST', 'workflows', {
      formatVersion: 1,
      name: 'Any',
      settings: {},
      nodes: [
        node('Start', 'manualTrigger', 0),
        node('Check', 'if', 256),
        node('Yes', 'noOperation', 512, -64),
        node('No', 'noOperation', 512, 64),
      ],
      edges: [main('Start', 'Check'), main('Check', 'Yes'), main('Check', 'No', 1)],
    });
    await hand.open(server.url, body.id);
    await hand.node('Check').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Replace with…' }).click();
    await take('edit fields', /^Edit fields/i);
    await page.getByText('1 edge had no output there').first().waitFor();
    await hand.savedEdges().toEqual(['Check>Yes', 'Start>Check']);
    await hand.undo();
    await hand.savedEdges().toEqual(['Check>No', 'Check>Yes', 'Start>Check']);
  });

  it('marks what a person has not filled in, until it is', async () => {
    const { body } = await ada.call('POST', 'workflows', {
      formatVersion: 1,
      name: 'Open',
      settings: {},
      nodes: [
        { id: 'Call', name: 'Call', type: 'httpRequest', version: 1, position: [0, 0], parameters: { url: '' } },
        {
          id: 'Signed',
          name: 'Signed',
          type: 'httpRequest',
          version: 1,
          position: [256, 0],
          parameters: { url: 'https://example.com', credentialType: 'httpBasicAuth' },
        },
      ],
      edges: [],
    });
    await hand.open(server.url, body.id);
    await expect.poll(() => marked('Call').getAttribute('title')).toContain('URL');
    await expect.poll(() => marked('Signed').getAttribute('title')).toContain('needs a credential');
  });
});
