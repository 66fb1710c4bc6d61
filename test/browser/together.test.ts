import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../../src/testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, PHONE, personAt } from './support/person-at.js';

/** Two people on one workflow, each at a browser of their own. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let grace: TestPerson;
const open: PersonAt[] = [];

const HOSTILE = `<img src=x onerror="window.pwned=1">`;
const documentOf = (name: string) => ({
  formatVersion: 1,
  name,
  nodes: [
    { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
    { id: 'b', name: 'Done', type: 'noOperation', version: 1, position: [240, 0], parameters: {} },
  ],
  edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  settings: {},
});
const made = async (name: string) => (await ada.call('POST', 'workflows', documentOf(name))).body.id as string;
const stored = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body;
/** Somebody with the workflow open. */
const sit = async (person: TestPerson, id: string, options = {}): Promise<Page> => {
  const at = await personAt(browser, server, person, options);
  open.push(at);
  await at.page.addInitScript(() => localStorage.setItem('tourDone', 'true'));
  await at.page.goto(`${server.url}/workflows/${id}`);
  await at.page.locator('.react-flow__node').first().waitFor();
  return at.page;
};
const nameField = (page: Page) => page.getByLabel('Name of the workflow');
const rename = async (page: Page, name: string) => {
  await nameField(page).fill(name);
  await nameField(page).press('Enter');
};
/** Longer than a change takes to be saved, and then to be told. */
const SAVED = { timeout: 15_000 };
const note = async (page: Page) => {
  await page.locator('.react-flow__node', { hasText: 'Done' }).click();
  await page.getByRole('tab', { name: 'Notes' }).click();
  return page.getByLabel('Note', { exact: true });
};
const sees = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Also open here' }).getByText(name, { exact: true }).waitFor();

describe.skipIf(!hasChromium)('working together on one workflow', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada Lovelace');
    grace = await memberOf(server, ada, 'editor', 'Grace Hopper');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  afterEach(async () => {
    for (const at of open.splice(0)) await at.close();
  });

  it('each sees who else is there, what the other saves, publishes and runs, and undoes only their own', async () => {
    const id = await made('Seen');
    const [one, other] = [await sit(ada, id), await sit(grace, id)];
    await sees(one, 'Grace Hopper');
    await sees(other, 'Ada Lovelace');

    await (await note(one)).fill('by Ada');
    await expect.poll(async () => (await stored(id)).nodes[1].note, SAVED).toBe('by Ada');
    await rename(other, 'Seen by both');
    await one.getByText('Grace Hopper saved changes').waitFor();
    await expect.poll(() => nameField(one).inputValue(), SAVED).toBe('Seen by both');
    await one.getByRole('button', { name: /^Undo/ }).click();
    await expect
      .poll(async () => [(await stored(id)).name, (await stored(id)).nodes[1].note])
      .toEqual(['Seen by both', undefined]);

    const { executionId } = (await grace.call('POST', `workflows/${id}/run`, {})).body;
    await one.getByText('Grace Hopper is running this').waitFor();
    await one.getByRole('button', { name: 'Show the run' }).click();
    await one.waitForURL((url) => url.searchParams.get('execution') === executionId);
    await one.goto(`${server.url}/executions`);
    await expect.poll(() => other.getByRole('list', { name: 'Also open here' }).count(), SAVED).toBe(0);
    for (const { complaints } of open) expect(complaints).toEqual([]);
  });

  it('what is live is shown as it is; what was deleted is said, and nothing is lost of what stands there', async () => {
    const document = documentOf('Live');
    document.nodes[0] = {
      ...document.nodes[0],
      type: 'scheduleTrigger',
      parameters: { rules: [{ every: 'hours', count: 1 }] },
    } as never;
    const id = (await ada.call('POST', 'workflows', document)).body.id;
    const page = await sit(ada, id);
    expect((await grace.call('POST', `workflows/${id}/activate`)).status).toBe(200);
    await page.getByText('Live 1', { exact: true }).waitFor();
    await grace.call('POST', `workflows/${id}/deactivate`);
    await page.getByText('Live 1', { exact: true }).waitFor({ state: 'detached' });
    await grace.call('DELETE', `workflows/${id}`);
    await page.getByRole('alert').getByText('Grace Hopper deleted this workflow').waitFor();
    expect(await page.locator('.react-flow__node').count()).toBe(2);
  });

  it('both changed the same field of the same node: it is asked, and the chosen value is saved', async () => {
    const id = await made('Asked');
    const page = await sit(grace, id);
    const field = await note(page);
    await page.context().setOffline(true);
    await field.fill('by Grace');
    await page
      .getByText(/Not saved/)
      .first()
      .waitFor();
    const theirs = await stored(id);
    theirs.nodes[1].note = 'by Ada';
    theirs.nodes[0].note = 'also by Ada';
    expect((await ada.call('PUT', `workflows/${id}`, theirs)).status).toBe(200);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Bring both together' }).click({ timeout: 20_000 });
    const dialog = page.getByRole('dialog', { name: 'Both of you changed these' });
    const question = dialog.getByRole('group', { name: /Done/ });
    await question.getByText('by Grace').waitFor();
    await question.getByRole('radio', { name: /Theirs.*by Ada/ }).check();
    await dialog.getByRole('button', { name: 'Take these and save' }).click();
    await page.getByText('Draft saved').waitFor();
    expect((await stored(id)).nodes.map((node: { note?: string }) => node.note)).toEqual(['also by Ada', 'by Ada']);
    expect(await field.inputValue()).toBe('by Ada');
  });

  it('they talk: about a node, in a thread, and settle it; what strangers write stays text', async () => {
    const id = await made('Talked about');
    await ada.call('POST', `workflows/${id}/comments`, { text: 'Old words', nodeId: 'was-deleted' });
    const [one, other] = [await sit(ada, id), await sit(grace, id)];
    await one.locator('.react-flow__node', { hasText: 'Done' }).click();
    await one.keyboard.press('m');
    const panel = one.getByRole('complementary', { name: 'Comments' });
    await panel.getByText('Node is gone').waitFor();
    await panel.getByLabel('About “Done”').fill(`Why **this**? ${HOSTILE} [x](javascript:window.pwned=1)`);
    await one.keyboard.press('Control+Enter');

    const badge = (page: Page) => page.locator('#node-b').getByRole('button', { name: '1 open comment' });
    await badge(other).click();
    const theirs = other.getByRole('complementary', { name: 'Comments' });
    const thread = theirs.getByRole('listitem', { name: 'Thread by Ada Lovelace, Done' });
    await thread.getByText(HOSTILE).waitFor();
    expect(await thread.locator('strong').textContent()).toBe('this');
    expect(await other.locator('img[src="x"], a[href^="javascript:"]').count()).toBe(0);
    await thread.getByRole('button', { name: 'Reply' }).click();
    await thread.getByLabel('Your reply').fill('Because of the shop');
    await thread.getByRole('button', { name: 'Reply' }).click();
    await panel.getByText('Because of the shop').waitFor();
    await other.evaluate(axe.source);
    const { violations } = (await other.evaluate('axe.run()')) as { violations: { id: string }[] };
    expect(violations.map((each) => each.id)).toEqual([]);

    await one.locator('.react-flow__node', { hasText: 'Start' }).click();
    await panel.getByRole('button', { name: 'Select “Done” on the canvas' }).click();
    await panel.getByLabel('About “Done”').waitFor();
    await panel
      .getByRole('listitem', { name: /Lovelace, Done/ })
      .getByRole('button', { name: 'Resolve' })
      .click();
    await badge(other).waitFor({ state: 'detached' });
    await theirs.getByRole('tab', { name: 'Resolved' }).click();
    await theirs.getByText('Resolved by Ada Lovelace').waitFor();
    await one.keyboard.press('Escape');
    for (const { page, complaints } of open) {
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(complaints).toEqual([]);
    }
  });

  it('a viewer talks too, on a phone, and keeps what was typed when the panel is closed', async () => {
    const id = await made('On the way');
    const vera = await memberOf(server, ada, 'viewer', 'Vera');
    const page = await sit(vera, id, { viewport: PHONE, hasTouch: true });
    await page.getByRole('button', { name: 'Comments' }).click();
    const panel = page.getByRole('complementary', { name: 'Comments' });
    await panel.getByText('Nothing was said yet').waitFor();
    await panel.getByLabel('About the whole workflow').fill('Half a thou');
    await panel.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Comments' }).click();
    expect(await panel.getByLabel('About the whole workflow').inputValue()).toBe('Half a thou');
    await panel.getByLabel('About the whole workflow').fill('A whole thought');
    await panel.getByRole('button', { name: 'Comment', exact: true }).click();
    await panel.getByRole('listitem', { name: 'Thread by Vera, Whole workflow' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  });

  it('a version gets a name, is found by it, and comes back', async () => {
    const id = await made('First words');
    await grace.call('PUT', `workflows/${id}`, { ...documentOf('Other words'), version: 1 });
    const page = await sit(ada, id);
    await page.getByRole('button', { name: 'History' }).click();
    const dialog = page.getByRole('dialog', { name: 'History' });
    await dialog.getByRole('button', { name: /Draft 2.*Grace Hopper/ }).waitFor();
    await dialog.getByRole('button', { name: 'Name Draft 1' }).click();
    await dialog.getByLabel('Name of Draft 1').fill('Before the sale');
    await dialog.getByLabel('Name of Draft 1').press('Enter');
    const row = dialog.getByRole('button', { name: /Before the sale.*Draft 1.*Ada Lovelace/ });
    await row.waitFor();
    await dialog.getByRole('checkbox', { name: 'Only named versions' }).click();
    await dialog.getByRole('button', { name: /Draft 2/ }).waitFor({ state: 'detached' });
    await row.click();
    await dialog.getByRole('button', { name: 'Take Draft 1 into the draft' }).click();
    await expect.poll(async () => (await stored(id)).name, SAVED).toBe('First words');
    expect((await ada.call('GET', `workflows/${id}/versions?named=true`)).body.items).toMatchObject([
      { version: 1, label: 'Before the sale' },
    ]);
  });
});
