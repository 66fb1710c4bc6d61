import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
  const [, { message }] = faults;
  out = '';
  await main(['validate', file('wrong.json', document)]);
  expect(out.split('\n').slice(2, 5)).toEqual([
    `  error: "A", x: ${message} [expression.syntax]`,
    '    ={{ 1 + }}',
    `    ${' '.repeat('={{ 1 + '.length)}^`,
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

describe('a bad file', () => {
  const commands = [
    ['run', '--json'],
    ['import', '--json'],
    ['validate', '--json'],
    ['eval', '--table'],
    ['run', '--input'],
  ];
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const deepNodes = `{"nodes":${'[{"parameters":'.repeat(5_000)}1${'}]'.repeat(5_000)},"connections":{}}`;
  const contents: Record<string, string | Buffer> = {
    'empty.json': '',
    'binary.json': Buffer.from([0, 255, 27, 91, 50, 74, 195, 40, 0]),
    'deep.json': deep,
    'deep-nodes.json': deepNodes,
    'number.json': '1',
    'null.json': 'null',
    'text.json': '"a"',
    'lists.json': '[[[1]]]',
    'wrong.json': '{"nodes": {"a": null}, "connections": [1], "cases": 5, "setup": null}',
    'nulls.json': '{"name": null, "nodes": [null, 1, "x", {"name": 5}], "connections": {"a": {"main": 7}}}',
    'cases.json': '{"cases": [null], "setup": {"workflow": {"nodes": []}, "outputs": {}}}',
    'no-setup.json': '{"cases": []}',
    'names.json': '{"__proto__": {"nodes": []}, "constructor": 1, "nodes": [], "connections": {"__proto__": null}}',
  };

  test.each(commands)('makes %s %s say so, without a stack', async (...command) => {
    const paths = Object.entries(contents).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    for (const path of [
      ...paths,
      folder,
      join(folder, 'missing'),
      join(paths[0] as string, 'in-a-file'),
      '/dev/zero',
    ]) {
      out = '';
      err = '';
      const code = await main(command[1] === '--input' ? [...command, path, path] : [...command, path]);
      // An empty list of items is good input, and so is a document without nodes to translate.
      expect([0, 1, 2]).toContain(code);
      if (code !== 0) expect(out + err).not.toBe('');
      expect(out + err).not.toMatch(/^\s+at .*:\d+:\d+/m);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what would command a terminal
      expect(out + err).not.toMatch(/[\u0000\u001b]/);
    }
  });

  test('is told of with the place that is wrong', async () => {
    expect(await main(['eval', '--table', file('table.json', { cases: [] })])).toBe(2);
    expect(err).toContain('setup has to be an object');
    expect(await main(['eval', '--nonsense'])).toBe(2);
    expect(await main(['import', '--out', file('taken', 'x'), file('good.json', n8n)])).toBe(2);
  });
});
