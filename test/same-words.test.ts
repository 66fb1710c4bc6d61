import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '@orchestrator/cli';
import { errorInWords } from '@orchestrator/workflow';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../src/testing/test-server.js';

let folder: string;
let server: TestServer;
let person: TestPerson;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orchestrator-words-'));
  server = await testServer();
  person = await server.person();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.drop();
});
afterEach(() => vi.restoreAllMocks());

const node = (name: string, type: string, parameters: object = {}) => ({
  ...{ id: name, name, type, version: 1, position: [0, 0], parameters },
});
const documentOf = (...nodes: ReturnType<typeof node>[]) => {
  const all = [node('Start', 'manualTrigger'), ...nodes];
  return {
    formatVersion: 1,
    name: 'Words',
    nodes: all.map((each, x) => ({ ...each, position: [x * 256, 0] })),
    edges: nodes.map(({ name }, at) => ({
      kind: 'main',
      from: { node: all[at]?.name, port: 0 },
      to: { node: name },
    })),
    settings: {},
  };
};
const fields = (value: string) => ({ fields: [{ name: 'total', value, type: 'number' }], include: 'all' });

/** What the command prints. */
async function printed(document: object, ...args: string[]): Promise<string> {
  const file = join(folder, 'workflow.json');
  writeFileSync(file, JSON.stringify(document));
  let out = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  await main([...args, file]);
  vi.restoreAllMocks();
  return out;
}

it('the command and the API say the same of a fault of a document', async () => {
  const document = documentOf(
    node('Syntax', 'editFields', fields('={{ 1 + }}')),
    node('Unknown', 'editFields', fields("=Sum: {{ $('Gone').first().json.total }}")),
    node('Later', 'editFields', fields("={{ $('Missing').first().json.total }}")),
    node('Missing', 'httpRequest', { url: '' }),
  );
  const { status, body } = await person.call('POST', 'workflows/validate', { document });
  expect(status).toBe(200);
  const { faults } = JSON.parse(await printed(document, 'validate', '--json'));
  expect(faults).toEqual(body.items);
  expect(faults).toMatchObject([
    { node: 'Missing', rule: 'parameter.required', parameter: { path: 'url', label: 'URL' } },
    { node: 'Syntax', rule: 'expression.syntax', parameter: { path: 'fields[0].value' } },
    { node: 'Unknown', rule: 'expression.unknownNode', parameter: { path: 'fields[0].value' } },
    { node: 'Later', rule: 'expression.notBefore', parameter: { path: 'fields[0].value' } },
  ]);
  const marked = faults.map(({ expression: { text = '', from = 0, to = 0 } = {} }) => text.slice(from, to));
  expect(marked).toEqual(['', '}', "'Gone'", "'Missing'"]);
  const text = await printed(document, 'validate');
  for (const fault of faults) for (const line of errorInWords(fault)) expect(text).toContain(line);
});

it('the command and the API say the same of an error of a run', async () => {
  for (const last of [
    node('Sum', 'editFields', fields('={{ "many" }}')),
    node('Code', 'code', { code: 'throw new Error("no stock");' }),
    node('Call', 'httpRequest', { url: 'nonsense' }),
  ]) {
    const document = documentOf(last);
    const saved = await person.call('POST', 'workflows', document);
    expect(saved.status).toBe(201);
    const { body } = await person.call('POST', `workflows/${saved.body.id}/run`, { wait: true });
    expect([body.status, body.error?.node]).toEqual(['error', last.name]);
    const { error } = JSON.parse(await printed(document, 'run', '--json'));
    expect(error).toEqual(body.error);
    const text = await printed(document, 'run');
    for (const line of errorInWords(body.error)) expect(text).toContain(line);
  }
});
