import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** The loop that a builder lives in: run this node, see, change, run it again. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const MANY = node('Many', 'code', { code: 'return [1, 2, 3].map((n) => ({ json: { n, at: Math.random() } }));' });
const KEEP = node('Keep', 'limit', { maxItems: 2 });
const LAST = node('Last', 'noOperation');
const START = node('Start', 'manualTrigger');

interface Step {
  kept?: boolean;
  index: number;
  outputs: { json: object }[][];
}
interface Execution {
  id: string;
  status: string;
  error: { code: string } | null;
  runs: Record<string, Step[]>;
}

/** The newest run of a workflow, once there are so many and it has ended. */
async function newest(id: string, count: number): Promise<Execution> {
  const list = async () => (await ada.call('GET', `executions?workflowId=${id}`)).body.items;
  const ended = ['success', 'error'];
  await expect.poll(async () => (await list()).length, { timeout: 20_000 }).toBe(count);
  await expect.poll(async () => ended.includes((await list())[0].status), { timeout: 20_000 }).toBe(true);
  return (await ada.call('GET', `executions/${(await list())[0].id}`)).body;
}
const ran = ({ runs }: Execution) =>
  Object.entries(runs)
    .flatMap(([name, steps]) => steps.filter(({ kept }) => !kept).map(({ index }) => ({ name, index })))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name)
    .join(' ');
const gave = ({ runs }: Execution, name: string) => runs[name]?.[0]?.outputs[0]?.map(({ json }) => json);

const card = (name: string) => page.locator(`[id="node-${name}"]`);
const state = (name: string) => card(name).getAttribute('aria-label');
async function select(name: string) {
  await card(name).click();
  await page.locator('[role="application"]').first().focus();
}
const runThis = () => page.keyboard.press('Control+Enter');
/** Waits until the page shows the end of a run. */
const shown = ({ id }: Execution) =>
  page
    .locator('header', { has: page.getByRole('link', { name: new RegExp(`${id.slice(-4)}: `) }) })
    .getByText(/^(Succeeded|Failed)/)
    .waitFor({ timeout: 20_000 });
async function setItemsToKeep(count: number) {
  await card('Keep').click();
  const field = page.getByRole('textbox', { name: 'Items to keep' });
  await field.fill(String(count));
  await field.blur();
}

async function open(...chain: ReturnType<typeof node>[]): Promise<string> {
  const { id } = await saved(ada, 'Loop', ...chain);
  at = await personAt(browser, server, ada);
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${id}`);
  await card(chain[0]?.id ?? '').waitFor();
  return id;
}

describe.skipIf(!hasChromium)('a run up to a node', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('by the keyboard, three times in a row, runs the node alone on the same data', async () => {
    const id = await open(START, MANY, KEEP, LAST);
    await select('Keep');
    await runThis();
    const first = await newest(id, 1);
    expect(ran(first)).toBe('Start Many Keep');
    await shown(first);
    for (const count of [2, 3, 4]) {
      await runThis();
      const again = await newest(id, count);
      expect([again.status, ran(again), gave(again, 'Keep')]).toEqual(['success', 'Keep', gave(first, 'Keep')]);
      await shown(again);
      // What went in is still there to be looked at.
      await page.getByRole('button', { name: 'Input', exact: true }).click();
      await page.getByRole('button', { name: 'Input · 3 items' }).waitFor();
      expect(await state('Many')).toContain('succeeded, 3 items');
      await page.getByRole('button', { name: 'Output', exact: true }).click();
    }
  });

  it('by the mouse, and back and forth along the way', async () => {
    const id = await open(START, MANY, KEEP, LAST);
    const runToHere = async (name: string) => {
      await card(name).click();
      await expect.poll(() => page.locator('.react-flow__node.selected').getAttribute('data-id')).toBe(name);
      await page.getByRole('button', { name: 'Choose what starts it' }).click();
      await page.getByRole('menuitem', { name: /^Run to here/ }).click();
    };
    await runToHere('Last');
    expect(ran(await newest(id, 1))).toBe('Start Many Keep Last');
    await shown(await newest(id, 1));
    await runToHere('Many');
    expect(ran(await newest(id, 2))).toBe('Many');
    await shown(await newest(id, 2));
    await runToHere('Last');
    expect(ran(await newest(id, 3))).toBe('Keep Last');
  });

  it('marks what a change makes out of date, and runs that again', async () => {
    const id = await open(START, MANY, KEEP, LAST);
    await select('Last');
    await runThis();
    const first = await newest(id, 1);
    await shown(first);
    expect(await state('Keep')).not.toContain('from before a change');
    await setItemsToKeep(1);
    await expect.poll(() => state('Keep')).toContain('output from before a change');
    expect(await state('Last')).toContain('output from before a change');
    expect(await state('Many')).not.toContain('from before a change');
    await card('Last').getByText('Outdated').waitFor();
    await page.getByText('From before your change').first().waitFor();
    await select('Last');
    await runThis();
    const second = await newest(id, 2);
    expect(ran(second)).toBe('Keep Last');
    expect(gave(second, 'Last')).toEqual(gave(first, 'Many')?.slice(0, 1));
    await expect.poll(() => state('Last')).not.toContain('from before a change');
    // A change behind the target runs nothing more, and leaves the mark where it belongs.
    await setItemsToKeep(3);
    await expect.poll(() => state('Keep')).toContain('output from before a change');
    await select('Many');
    await runThis();
    expect(ran(await newest(id, 3))).toBe('Many');
  });

  it('goes on after a run that failed, and from the last run when the page is loaded anew', async () => {
    const broken = node('Broken', 'code', { code: 'throw new Error("not yet");' });
    const id = await open(START, MANY, broken, LAST);
    await select('Last');
    await runThis();
    const failed = await newest(id, 1);
    expect([failed.status, ran(failed)]).toEqual(['error', 'Start Many Broken']);
    await shown(failed);
    await runThis();
    expect(ran(await newest(id, 2))).toBe('Broken');

    await page.reload();
    await expect.poll(() => state('Many'), { timeout: 20_000 }).toContain('succeeded, 3 items');
    expect(await state('Broken')).toContain('failed');
    const { body } = await ada.call('GET', `workflows/${id}`);
    const mended = body.nodes.map((each: { id: string }) =>
      each.id === 'Broken' ? { ...each, parameters: { code: 'return $input.all();' } } : each,
    );
    await ada.call('PUT', `workflows/${id}`, { ...body, nodes: mended });
    await page.reload();
    await expect.poll(() => state('Broken'), { timeout: 20_000 }).toContain('output from before a change');
    await select('Last');
    await runThis();
    const last = await newest(id, 3);
    expect([last.status, ran(last)]).toEqual(['success', 'Broken Last']);
    expect(gave(last, 'Last')).toEqual(gave(failed, 'Many'));
  });

  it('goes on from pinned data, and from another once that has changed', async () => {
    const id = await open(START, node('Never', 'code', { code: 'throw new Error("pinned");' }), KEEP, LAST);
    const pin = async (n: number) => {
      const { body } = await ada.call('GET', `workflows/${id}`);
      await ada.call('PUT', `workflows/${id}`, { ...body, pins: { Never: [{ json: { n } }] } });
      await page.reload();
      await card('Start').waitFor();
    };
    await pin(1);
    await select('Last');
    await runThis();
    const first = await newest(id, 1);
    expect([ran(first), gave(first, 'Last')]).toEqual(['Keep Last', [{ n: 1 }]]);
    await shown(first);
    await runThis();
    expect(ran(await newest(id, 2))).toBe('Last');
    await pin(2);
    await expect.poll(() => state('Last'), { timeout: 20_000 }).toContain('output from before a change');
    await select('Last');
    await runThis();
    const third = await newest(id, 3);
    expect([ran(third), gave(third, 'Last')]).toEqual(['Keep Last', [{ n: 2 }]]);
  });

  it('at a trigger gives its data and runs nothing behind it, from the canvas and in the panes', async () => {
    const id = await open(START, MANY, KEEP);
    await select('Start');
    for (const count of [1, 2]) {
      await runThis();
      const alone = await newest(id, count);
      expect([alone.status, ran(alone)]).toEqual(['success', 'Start']);
      await shown(alone);
    }
    await select('Keep');
    await runThis();
    const behind = await newest(id, 3);
    expect(ran(behind)).toBe('Many Keep');
    await shown(behind);
    await card('Start').dblclick();
    const run = page.getByRole('button', { name: /^Run this node/ });
    await run.click();
    expect(ran(await newest(id, 4))).toBe('Start');
    await expect.poll(() => run.getAttribute('aria-disabled'), { timeout: 20_000 }).toBeNull();
    await runThis();
    expect(ran(await newest(id, 5))).toBe('Start');
  });

  it('finds the data of nodes that were renamed since, now and when the page is loaded anew', async () => {
    const id = await open(START, MANY, KEEP, LAST);
    await select('Last');
    await runThis();
    await shown(await newest(id, 1));
    await select('Keep');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Few');
    await page.keyboard.press('Enter');
    await expect.poll(() => state('Keep'), { timeout: 20_000 }).toMatch(/^Few.*succeeded, 2 items/);
    await expect.poll(async () => (await ada.call('GET', `workflows/${id}`)).body.nodes[2].name).toBe('Few');
    await page.reload();
    await expect.poll(() => state('Keep'), { timeout: 20_000 }).toMatch(/^Few.*succeeded, 2 items/);
    await select('Last');
    await runThis();
    const again = await newest(id, 2);
    expect([again.status, ran(again)]).toEqual(['success', 'Last']);
  });

  it('works where the workflow has no trigger, or has none any more', async () => {
    const id = await open(MANY, KEEP, LAST);
    await select('Keep');
    await runThis();
    const first = await newest(id, 1);
    expect([first.status, ran(first)]).toEqual(['success', 'Many Keep']);
    await shown(first);
    await runThis();
    expect(ran(await newest(id, 2))).toBe('Keep');
    await at.close();

    const other = await open(START, MANY, KEEP);
    await select('Keep');
    await runThis();
    await shown(await newest(other, 1));
    await select('Start');
    await page.keyboard.press('Delete');
    await expect.poll(async () => (await ada.call('GET', `workflows/${other}`)).body.nodes.length).toBe(2);
    await select('Keep');
    await runThis();
    // What goes into the first node has changed: it runs again too, on one empty item.
    const orphan = await newest(other, 2);
    expect([orphan.status, ran(orphan)]).toEqual(['success', 'Many Keep']);
  });

  it('that is not reached says so, and where the items ended', async () => {
    const id = await open(START, node('None', 'limit', { maxItems: 0 }), LAST);
    await select('Last');
    await runThis();
    const missed = await newest(id, 1);
    expect([missed.status, missed.error?.code]).toEqual(['error', 'run.targetNotReached']);
    await page.getByText('"Last" was not reached: "None" gave no items.').first().waitFor();
  });
});
