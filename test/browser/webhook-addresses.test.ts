import type { WorkflowNode } from '@orchestrator/workflow';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { CanvasHand, sketched } from './support/canvas.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** Ids that a node gets when it comes into a workflow, and what its panel and the settings say of its address. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let bob: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const STRANGERS = 'the-id-of-somebody-else';
const hook = (name: string, path: string, x: number) => ({
  id: name,
  name,
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  position: [x, 0],
  parameters: { path },
  webhookId: STRANGERS,
});
const N8N = { nodes: [hook('By id', STRANGERS, 0), hook('By name', 'users/:id', 220)], connections: {} };

const savedHooks = async () => {
  const { nodes: saved } = (await hand.document()) as unknown as { nodes: WorkflowNode[] };
  return saved.filter(({ type }) => type === 'webhookTrigger');
};

describe.skipIf(!hasChromium)('addresses of webhooks', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
    at = await personAt(browser, server, ada, {
      locale: 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('are new ones for what is pasted, from n8n or from here, and for what is duplicated', async () => {
    const id = await sketched(ada, 'Pasted', { nodes: { Start: { type: 'manualTrigger', at: [0, 0] } } });
    await hand.open(server.url, id);
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(JSON.stringify(N8N))})`);
    await hand.canvas().focus();
    await page.keyboard.press('Control+v');
    await hand.saved(async () => (await savedHooks()).length).toBe(2);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+c');
    await hand.canvas().focus();
    await page.keyboard.press('Control+v');
    await hand.saved(async () => (await savedHooks()).length).toBe(4);
    await hand.canvas().focus();
    await page.keyboard.press('Control+d');
    await hand.saved(async () => (await savedHooks()).length).toBe(6);
    const all = await savedHooks();
    expect(all.every(({ webhookId }) => UUID.test(webhookId ?? ''))).toBe(true);
    expect(new Set(all.map(({ webhookId }) => webhookId)).size).toBe(6);
    for (const { name, webhookId, parameters } of all)
      expect([name, parameters.path]).toEqual([name, name.startsWith('By id') ? webhookId : 'users/:id']);
    expect(JSON.stringify(all)).not.toContain(STRANGERS);
  });

  it('are shown as calls meet them, before and after publishing', async () => {
    const theirs = await bob.call('POST', 'workflows', workflow('Theirs', [nodes.webhook('taken')]));
    expect((await bob.call('POST', `workflows/${theirs.body.id}/activate`)).status).toBe(200);
    const mine = await ada.call('POST', 'workflows', workflow('Mine', [nodes.webhook('Taken/mine')]));
    const { slug } = (await ada.call('GET', 'tenants/current')).body;
    await hand.open(server.url, mine.body.id);
    await hand.named('Webhook').dblclick();
    const box = page.getByRole('region', { name: 'Addresses' });
    await box.getByText(`${server.url}/webhook-test/t/${slug}/Taken/mine`).waitFor();
    await box.getByText('The plain path is not free').waitFor();
    await box.getByRole('button', { name: 'When it is live' }).click();
    await box.getByText(`${server.url}/webhook/t/${slug}/Taken/mine`).waitFor();
    const { webhooks } = (await ada.call('POST', `workflows/${mine.body.id}/activate`)).body;
    expect(webhooks[0].url).toBe(`${server.url}/webhook/t/${slug}/Taken/mine`);
  });

  it('can be let go of in the settings, once nothing uses them', async () => {
    const { body } = await ada.call('POST', 'workflows', workflow('Old', [nodes.webhook('old-name/x')]));
    await ada.call('POST', `workflows/${body.id}/activate`);
    await page.goto(`${server.url}/settings/webhooks`);
    const row = page.getByRole('row').filter({ hasText: /^old-name/ });
    await row.getByText('in use').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await ada.call('POST', `workflows/${body.id}/deactivate`);
    await page.reload();
    await row.getByText(/^until /).waitFor();
    await row.getByRole('button', { name: 'More: old-name' }).click();
    await page.getByRole('menuitem', { name: 'Let go' }).click();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Let go' }).click();
    await row.waitFor({ state: 'detached' });
    const theirs = await bob.call('POST', 'workflows', workflow('New', [nodes.webhook('old-name')]));
    expect((await bob.call('POST', `workflows/${theirs.body.id}/activate`)).body.webhooks[0].free).toBe(true);
  });
});
