import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from './index.js';

let folder: string;
let out: string;
let err: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orchestrator-cli-'));
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const lines = () =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const n8n = {
  name: 'Telling',
  nodes: [
    { id: 't', name: 'Tell', type: 'n8n-nodes-base.telegram', typeVersion: 1, position: [0, 0], parameters: {} },
    { id: 's', name: 'Note', type: 'n8n-nodes-base.stickyNote', typeVersion: 1, position: [0, 0], parameters: {} },
  ],
  connections: {},
};

test('the help is the committed one', async () => {
  expect(await main(['--help'])).toBe(0);
  expect(out).toBe(readFileSync(new URL('../help.txt', import.meta.url), 'utf8'));
});

test.each([
  [['nonsense']],
  [['constructor']],
  [['run']],
  [['import', '--wrong', 'x']],
  [['run', '--timezone', 'Mars', 'x']],
])('%j is bad usage', async (args) => {
  expect(await main(args)).toBe(2);
  expect(err).toContain('Usage: orchestrator');
});

test('import reports a line a file, and one that is no workflow does not stop the others', async () => {
  const files = [file('broken.json', '{'), file('list.json', []), file('good.json', n8n)];
  expect(await main(['import', '--json', '--out', join(folder, 'out'), ...files])).toBe(1);
  expect(lines().map(({ ok }) => ok)).toEqual([false, false, true]);
  expect(lines()[2]).toMatchObject({ nodes: 2, unsupported: [{ node: 'Tell', type: 'n8n-nodes-base.telegram' }] });
  expect(JSON.parse(readFileSync(join(folder, 'out', 'good.json'), 'utf8'))).toMatchObject({ formatVersion: 1 });
});

test('validate names node, field and rule, and exits 1', async () => {
  const document = {
    formatVersion: 1,
    name: 'Wrong',
    nodes: [{ id: 'a', name: 'A', type: 'nope', version: 1, position: [0, 0], parameters: { x: '={{ 1 + }}' } }],
    edges: [],
    settings: {},
  };
  expect(await main(['validate', '--json', file('wrong.json', document)])).toBe(1);
  const [{ ok, faults }] = lines();
  expect(ok).toBe(false);
  expect(faults).toMatchObject([
    { node: 'A', field: 'type', rule: 'node.unknownType' },
    { node: 'A', field: 'parameters.x', rule: 'expression.syntax' },
  ]);
});

test('a placeholder is a warning, not a fault', async () => {
  expect(await main(['validate', file('good.json', n8n)])).toBe(0);
  expect(out).toContain('node.placeholder');
});

test('run says which file can not be run, and why', async () => {
  expect(await main(['run', '--json', join(folder, 'gone.json'), file('good.json', n8n)])).toBe(1);
  expect(lines()).toMatchObject([
    { status: 'error', error: { message: expect.stringContaining('no file') } },
    { status: 'unsupported', error: { message: expect.stringContaining('trigger') } },
  ]);
});
