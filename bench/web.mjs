// `npm run bench:web [-- ADDRESS]`: how smooth the editor is with large workflows, in headless Chromium against a real
// server (one of its own, or one that runs already at ADDRESS). Medians of five.
import { readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serveBareCards } from '../web/bench/bare-cards.mjs';
import { largeWorkflow } from './large-workflow.mjs';
import { startOrchestrator } from './peer-orchestrator.mjs';
import { root } from './processes.mjs';

const ROUNDS = 5;
/** Length of one measured movement, in milliseconds. */
const MOVE_MS = 1200;
const SIZE = { width: 1440, height: 900 };
const EMAIL = `bench-web-${Date.now()}@example.com`;
const PASSWORD = 'correct horse battery 9';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Frames a second while something moves. */
async function frames(page, move) {
  await page.evaluate(() => {
    window.counted = { frames: 0, from: performance.now(), on: true };
    const count = () => {
      window.counted.frames++;
      if (window.counted.on) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await move();
  return page.evaluate(() => {
    window.counted.on = false;
    return (window.counted.frames * 1000) / (performance.now() - window.counted.from);
  });
}

/** Moves the pressed mouse to and fro around a place for a while. */
async function sway(page, x, y, reach) {
  const end = Date.now() + MOVE_MS;
  for (let step = 0; Date.now() < end; step++) {
    await page.mouse.move(x + Math.sin(step / 6) * reach, y + Math.cos(step / 6) * reach * 0.6);
  }
}

/** Milliseconds from asking for a page until what `selector` finds is painted. */
async function opening(page, url, selector) {
  const from = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(selector);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Date.now() - from;
}

/** The card nearest to the middle of the canvas: far from its edges, where dragging would pan too. */
async function middleCard(page, { x, y }) {
  const boxes = await page.locator('.react-flow__node').evaluateAll((cards) =>
    cards.map((card) => {
      const { left, top, width, height } = card.getBoundingClientRect();
      return { x: left, y: top, width, height };
    }),
  );
  const far = (box) => Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
  return boxes.toSorted((a, b) => far(a) - far(b))[0];
}

async function measureEditor(page, address, openWorkflow, bareCards) {
  const results = { open: [], bareOpen: [], pan: [], drag: [], zoom: [], farPan: [], farDrag: [], farZoom: [] };
  const middle = { x: 700, y: 330 };
  const wheelZoom = async () => {
    await page.keyboard.down('Control');
    const end = Date.now() + MOVE_MS;
    for (let step = 0; Date.now() < end; step++) await page.mouse.wheel(0, step % 20 < 10 ? 40 : -40);
    await page.keyboard.up('Control');
  };
  for (let round = 0; round < ROUNDS; round++) {
    results.bareOpen.push(await opening(page, `${bareCards}?nodes=1000`, '.react-flow__node'));
    await page.goto(`${address}/workflows`);
    results.open.push(
      await opening(page, `${address}/workflows/${openWorkflow}`, '[role=application] canvas, .react-flow__node'),
    );
  }
  await page.waitForTimeout(600);
  for (let round = 0; round < ROUNDS; round++) {
    await page.keyboard.press('1');
    await page.waitForTimeout(300);
    // Zoomed out first, as it opens.
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.up({ button: 'middle' });
    const empty = { x: 80, y: 70 };
    await page.mouse.move(empty.x, empty.y);
    await page.mouse.down();
    results.farPan.push(await frames(page, () => sway(page, empty.x + 60, empty.y + 60, 60)));
    await page.mouse.up();
    await page.mouse.move(middle.x, middle.y);
    results.farZoom.push(await frames(page, wheelZoom));
    await page.keyboard.press('1');
    await page.waitForTimeout(300);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    results.farDrag.push(await frames(page, () => sway(page, middle.x, middle.y, 80)));
    await page.mouse.up();
    await page.keyboard.press('0');
    await page.waitForSelector('.react-flow__node');
    await page.waitForTimeout(400);
    const card = await middleCard(page, middle);
    await page.mouse.move(card.x + 90, card.y - 25);
    await page.mouse.down();
    results.pan.push(await frames(page, () => sway(page, card.x + 90, card.y - 25, 200)));
    await page.mouse.up();
    await page.mouse.move(middle.x, middle.y);
    results.zoom.push(await frames(page, wheelZoom));
    await page.keyboard.press('0');
    await page.waitForTimeout(400);
    const again = await middleCard(page, middle);
    await page.mouse.move(again.x + 90, again.y + 28);
    await page.mouse.down();
    results.drag.push(await frames(page, () => sway(page, again.x + 90, again.y + 28, 120)));
    await page.mouse.up();
  }
  return Object.fromEntries(Object.entries(results).map(([name, values]) => [name, median(values)]));
}

/** From a key to the next paint while nodes of a workflow are edited. */
async function measureKeys(page, address, id) {
  await page.goto(`${address}/workflows/${id}`);
  await page.waitForSelector('[role=application]');
  await page.waitForTimeout(800);
  await page.evaluate(() => {
    window.slow = [];
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.slow.push(duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
  await page.focus('[role=application]');
  await page.keyboard.press('ArrowRight');
  for (let round = 0; round < 20; round++) {
    for (const key of ['ArrowRight', 'd', 'Shift+ArrowDown', 'Control+z']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(30);
    }
  }
  const durations = await page.evaluate(() => window.slow);
  return durations.length > 0 ? durations.toSorted((a, b) => a - b)[Math.floor(durations.length * 0.98)] : 16;
}

async function firstPaint(page, address) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${address}/workflows`);
    await page.waitForSelector('h1');
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
  }
  return median(times);
}

/** Kilobytes of script after gzip that the browser loads for a page. */
async function scriptSize(context, url, selector) {
  const page = await context.newPage();
  const files = new Set();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) files.add(pathname.split('/').pop());
  });
  await page.goto(url);
  await page.waitForSelector(selector);
  await page.waitForTimeout(1000);
  await page.close();
  return files;
}

const given = process.argv[2];
const server = given ? undefined : await startOrchestrator();
const address = given ?? new URL(server.url).origin;
const bareCards = await serveBareCards();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const context = await browser.newContext({ viewport: SIZE });
  const post = async (path, data, token) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const answer = await context.request.post(`${address}/api/v1/${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  await post('auth/register', { email: EMAIL, password: PASSWORD, name: 'Bench' });
  const { accessToken } = await post('auth/login', { email: EMAIL, password: PASSWORD });
  const large = await post('workflows', largeWorkflow(1000), accessToken);
  const middling = await post('workflows', largeWorkflow(300), accessToken);
  const page = await context.newPage();
  await page.goto(`${address}/workflows/${middling.id}`);
  await page.waitForSelector('[role=application]');

  const paint = await firstPaint(page, address);
  const editor = await measureEditor(page, address, large.id, bareCards.url);
  const keys = await measureKeys(page, address, middling.id);
  const assets = join(root, 'web/dist/assets');
  const known = new Set(readdirSync(assets));
  const kilobytes = (files) =>
    [...files]
      .filter((file) => known.has(file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(assets, file))).length, 0) / 1024;
  const listFiles = await scriptSize(context, `${address}/workflows`, 'h1');
  const editorFiles = await scriptSize(context, `${address}/workflows/${large.id}`, '[role=application]');
  const more = new Set([...editorFiles].filter((file) => !listFiles.has(file)));

  const rows = [
    ['Workflow list, first paint', `${Math.round(paint)} ms`, '≤ 1,000 ms'],
    ['1,000 nodes, opened', `${Math.round(editor.open)} ms`, '≤ 2,000 ms'],
    [
      'The same beside a page with bare cards',
      `${(editor.open / editor.bareOpen).toFixed(2)} × (${Math.round(editor.bareOpen)} ms)`,
      '≤ 1.3 ×',
    ],
    ['1,000 nodes at 100 %, panning', `${editor.pan.toFixed(0)} fps`, '≥ 50 fps'],
    ['1,000 nodes at 100 %, dragging a node', `${editor.drag.toFixed(0)} fps`, '≥ 50 fps'],
    ['1,000 nodes from 100 %, zooming', `${editor.zoom.toFixed(0)} fps`, '≥ 40 fps'],
    ['1,000 nodes all in view, panning', `${editor.farPan.toFixed(0)} fps`, '≥ 50 fps'],
    ['1,000 nodes all in view, dragging a node', `${editor.farDrag.toFixed(0)} fps`, '≥ 50 fps'],
    ['1,000 nodes all in view, zooming', `${editor.farZoom.toFixed(0)} fps`, '≥ 40 fps'],
    ['300 nodes, from a key to the next paint (98th percentile)', `${Math.round(keys)} ms`, '≤ 100 ms'],
    ['Script before the editor, gzip', `${kilobytes(listFiles).toFixed(0)} KB`, '≤ 250 KB'],
    ['Script of the editor besides, gzip', `${kilobytes(more).toFixed(0)} KB`, '≤ 500 KB'],
  ];
  console.log(
    `Load of the machine: ${loadavg()
      .map((value) => value.toFixed(1))
      .join(', ')}\n`,
  );
  console.log('| | measured | wanted |\n| --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
} finally {
  await browser.close();
  bareCards.stop();
  await server?.stop();
}
