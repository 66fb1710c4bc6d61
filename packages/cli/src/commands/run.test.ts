import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorInWords, type JsonObject } from '@orchestrator/workflow';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { command } from './run.js';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orchestrator-run-'));
  out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

/** A native workflow of nodes one behind the other, the first a manual trigger. */
function chain(nodes: { name: string; type: string; parameters?: JsonObject }[], more: object = {}) {
  const all = [{ name: 'Start', type: 'manualTrigger' }, ...nodes];
  return {
    formatVersion: 1,
    name: 'Test',
    nodes: all.map((node, x) => ({ id: node.name, version: 1, position: [x * 200, 0], parameters: {}, ...node })),
    edges: nodes.map(({ name }, at) => ({ kind: 'main', from: { node: all[at]!.name }, to: { node: name } })),
    settings: {},
    ...more,
  };
}
const set = (name: string, field: string, value: string) => ({
  name,
  type: 'editFields',
  parameters: { fields: [{ name: field, value, type: 'number' }], include: 'all' },
});

/** Runs files, and gives what each came to. */
async function run(...args: string[]) {
  const code = await command.run(['--json', '--timezone', 'UTC', ...args]);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return {
    code,
    lines,
    json: (name: string) => lines[0].runs[name]?.[0]?.outputs[0]?.map((item: { json: unknown }) => item.json),
  };
}

test('runs from the manual trigger with one empty item', async () => {
  const { code, lines, json } = await run(file('a.json', chain([set('Set', 'sum', '={{ 1 + 2 }}')])));
  expect(code).toBe(0);
  expect(lines[0]).toMatchObject({ status: 'success', error: null });
  expect(json('Start')).toEqual([{}]);
  expect(json('Set')).toEqual([{ sum: 3 }]);
  expect(lines[0].runs.Set[0].index).toBe(1);
});

describe('--input', () => {
  test('takes items, or what is in their json', async () => {
    const input = file('input.json', [{ json: { n: 1 } }, { n: 2 }]);
    const { json } = await run('--input', input, file('a.json', chain([set('Set', 'twice', '={{ $json.n * 2 }}')])));
    expect(json('Set')).toEqual([
      { n: 1, twice: 2 },
      { n: 2, twice: 4 },
    ]);
  });
  test('that holds no list is bad usage', async () => {
    await expect(run('--input', file('input.json', {}), file('a.json', chain([])))).rejects.toThrow('JSON array');
  });
});

test('what code writes to the console goes to stderr, with the step and the item', async () => {
  let err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  const parameters = { mode: 'each', code: 'console.warn("seen", $json); return $json;' };
  const { code } = await run(file('a.json', chain([{ name: 'Look', type: 'code', parameters }])));
  expect([code, err]).toEqual([0, '[Look, item 0] warn: seen {}\n']);
});

test('pinned data is used only with --pins', async () => {
  const pinned = file('a.json', chain([set('Set', 'n', '1')], { pins: { Set: [{ json: { n: 'pinned' } }] } }));
  expect((await run(pinned)).json('Set')).toEqual([{ n: 1 }]);
  out = '';
  expect((await run('--pins', pinned)).json('Set')).toEqual([{ n: 'pinned' }]);
});

test('a short wait is slept through, a long one leaves the run waiting', async () => {
  const wait = (amount: number) =>
    chain([{ name: 'Wait', type: 'wait', parameters: { amount, unit: 'seconds' } }, set('Set', 'n', '1')]);
  const began = Date.now();
  const { code, lines } = await run(file('short.json', wait(0.05)), file('long.json', wait(3_600)));
  expect(code).toBe(0);
  expect(lines.map(({ status }) => status)).toEqual(['success', 'waiting']);
  expect(lines[0].runs.Set).toHaveLength(1);
  expect(lines[1].runs.Wait[0].status).toBe('waiting');
  expect(Date.now() - began).toBeGreaterThanOrEqual(50);
});

describe('a sub-workflow', () => {
  const child = (nodes: Parameters<typeof chain>[0]) => {
    const document = chain(nodes, { id: 'child' });
    document.nodes[0]!.type = 'subworkflowTrigger';
    return document;
  };
  const call = { name: 'Call', type: 'executeSubworkflow', parameters: { workflow: { id: 'child' } } };

  test('is found among the files by its id', async () => {
    const parent = file('parent.json', chain([set('Set', 'n', '4'), call]));
    const called = file('child.json', child([set('Twice', 'twice', '={{ $json.n * 2 }}')]));
    const { json } = await run(parent, called);
    expect(json('Call')).toEqual([{ n: 4, twice: 8 }]);
  });

  test('that is not among the files is said', async () => {
    const { code, lines } = await run(file('parent.json', chain([call])));
    expect(code).toBe(1);
    expect(lines[0].error).toMatchObject({ node: 'Call', message: expect.stringContaining('"child"') });
  });

  test('that calls itself ends with an error', async () => {
    const { lines } = await run(file('parent.json', chain([call])), file('child.json', child([call])));
    expect(lines[0].error.message).toContain('levels deep');
  });
});

test('a failed step is told with its node, and the other files still run', async () => {
  const bad = file('bad.json', chain([set('Set', 'n', 'no number')]));
  const { code, lines } = await run(bad, file('good.json', chain([])));
  expect(code).toBe(1);
  expect(lines.map(({ status }) => status)).toEqual(['error', 'success']);
  expect(lines[0].error).toMatchObject({ node: 'Set' });
});

describe('an error says in which node, parameter and item it happened, and shows the expression', () => {
  const list = { name: 'List', type: 'code', parameters: { code: 'return [{ n: 1 }, { n: 2 }];' } };
  const field = (value: string, type = 'string') => ({
    name: 'Fail',
    type: 'editFields',
    parameters: { fields: [{ name: 'f', type, value }] },
  });
  const place = (path: string, label: string) => ({ path, label });
  test.each([
    [
      'an expression that fails',
      field('={{ $json.n }} {{ "x".toDateTime() }}'),
      { itemIndex: 0, parameter: place('fields[0].value', 'Fields to set 1') },
      '"x".toDateTime()',
    ],
    [
      'an expression that can not be read',
      field('=a {{ $json. }}'),
      { itemIndex: 0, parameter: place('fields[0].value', 'Fields to set 1') },
      undefined,
    ],
    [
      'a value of another type',
      field('={{ $json.n === 2 ? "no number" : 1 }}', 'number'),
      { itemIndex: 1, parameter: place('fields[0].value', 'Fields to set 1') },
      undefined,
    ],
    [
      'a parameter of another type',
      { name: 'Fail', type: 'limit', parameters: { maxItems: '={{ "many" }}' } },
      { parameter: { path: 'maxItems' }, expression: { text: '={{ "many" }}' } },
      undefined,
    ],
    [
      'code',
      { name: 'Fail', type: 'code', parameters: { mode: 'each', code: 'if ($json.n === 2) throw new Error("two");' } },
      { itemIndex: 1, parameter: place('code', 'Code') },
      undefined,
    ],
    [
      'an address',
      {
        name: 'Fail',
        type: 'httpRequest',
        parameters: { url: '={{ $json.n === 2 ? "nowhere" : "http://127.0.0.1:1" }}' },
      },
      { itemIndex: expect.any(Number) },
      undefined,
    ],
  ])('%s', async (_, node, expected, marked) => {
    const path = file('a.json', chain([list, node]));
    const { error } = (await run(path)).lines[0];
    expect(error).toMatchObject({ node: 'Fail', message: expect.not.stringContaining('[parameter'), ...expected });
    if (marked) expect(error.expression.text.slice(error.expression.from, error.expression.to)).toBe(marked);
    out = '';
    expect(await command.run([path])).toBe(1);
    for (const line of errorInWords(error)) expect(out).toContain(line);
  });
});

test('calls to this machine are refused unless EGRESS_ALLOW names it', async () => {
  const call = chain([{ name: 'Call', type: 'httpRequest', parameters: { url: 'http://127.0.0.1:1/' } }]);
  const { lines } = await run(file('a.json', call));
  expect(lines[0]).toMatchObject({
    status: 'error',
    error: { node: 'Call', message: expect.stringContaining('127.0.0.1') },
  });
});

test('the process ends by itself soon after its last run', async () => {
  const bin = new URL('../../bin/orchestrator.js', import.meta.url).pathname;
  const path = file('a.json', chain([set('Set', 'n', '1')]));
  const ended = await new Promise<{ code: number | null; stdout: string }>((resolve) => {
    execFile(process.execPath, [bin, 'run', '--json', path], { timeout: 30_000 }, (error, stdout) =>
      resolve({ code: error ? (error.code as number) : 0, stdout }),
    );
  });
  expect(ended.code).toBe(0);
  expect(JSON.parse(ended.stdout).status).toBe('success');
}, 40_000);
