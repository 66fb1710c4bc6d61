import { readFileSync } from 'node:fs';
import type { Item, WorkflowDocument } from '@orchestrator/workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { TEMPLATES } from './templates.js';

/** A first run of what people begin with, as the editor starts it: with what is pinned, else with the trigger's example. */
let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const sample: WorkflowDocument = JSON.parse(
  readFileSync(new URL('../sample/sample-workflow.json', import.meta.url), 'utf8'),
);
const documents = [sample, ...TEMPLATES.map(({ document }) => document)];

/** A text that was made of a value that is not there, or is no number. */
const BROKEN = /\b(?:NaN|undefined|null)\b|\[object Object\]/;

/** Places where items hold what nobody meant. */
function broken(value: unknown, path = ''): string[] {
  if (value === null || (typeof value === 'string' && BROKEN.test(value))) return [`${path}: ${value}`];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => broken(inner, `${path}.${key}`));
}

it.each(documents.map((document) => [document.name, document] as const))(
  '%s runs with its sample data',
  async (_, document) => {
    const { body: workflow } = await person.call('POST', 'workflows', document);
    const [trigger] = document.nodes;
    if (!trigger) throw new Error('it has no nodes');
    const { type, version, parameters } = trigger;
    const { body: looks } = await person.call('POST', 'nodes/describe', { nodes: [{ type, version, parameters }] });
    const pinned = document.pins?.[trigger.id] !== undefined;
    const input = pinned ? undefined : [{ json: looks[0].example ?? {} }];
    const body = { startNode: trigger.name, pins: true, version: 'draft', wait: true, ...(input ? { input } : {}) };
    const { body: execution } = await person.call('POST', `workflows/${workflow.id}/run`, body);
    const waits = document.nodes.some(({ parameters }) => parameters.resume === 'webhook');
    expect([execution.status, execution.error]).toEqual([waits ? 'waiting' : 'success', null]);
    const runs = Object.entries(execution.runs as Record<string, { error?: unknown; outputs: Item[][] }[]>);
    const faults = runs.flatMap(([name, all]) =>
      all.flatMap(({ error, outputs }) => [
        ...(error ? [`${name}: ${JSON.stringify(error)}`] : []),
        ...broken(
          outputs.map((items) => items.map(({ json }) => json)),
          name,
        ),
      ]),
    );
    expect(faults).toEqual([]);
    // What is reached gives something: a run that dropped everything on its way shows nobody anything.
    if (!waits) expect(runs.at(-1)?.[1].at(-1)?.outputs.flat().length).toBeGreaterThan(0);
  },
);
