import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { workflowJsonSchema } from './schema.js';

const published = JSON.parse(readFileSync(new URL('../workflow.schema.json', import.meta.url), 'utf8'));

test('the published schema is the one that the types come from (scripts: npm run schema -w packages/workflow)', () => {
  expect(published).toEqual(workflowJsonSchema());
});

test('the published schema works in another validator', () => {
  const validate = new Ajv({ strict: false }).compile(published);
  const document = { formatVersion: 1, name: 'Empty', nodes: [], edges: [], settings: {} };
  expect(validate(document)).toBe(true);
  expect(validate({ ...document, edges: [{ kind: 'water', from: { node: 'a' }, to: { node: 'b' } }] })).toBe(false);
});
