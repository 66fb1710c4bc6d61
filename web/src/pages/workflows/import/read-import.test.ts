import { expect, it } from 'vitest';
import { looksLikeWorkflow, readImport } from './read-import.ts';

const one = { name: 'Orders', nodes: [], connections: {} };

it('finds one workflow, a list of them, and those that are wrapped', () => {
  const read = (value: unknown) => readImport(JSON.stringify(value), 'f.json').map(({ name }) => name);
  expect(read(one)).toEqual(['Orders']);
  expect(read([one, { nodes: [] }])).toEqual(['Orders', 'f 2']);
  expect(read({ workflow: one })).toEqual(['Orders']);
  expect(read({ data: [one, one], nextCursor: null })).toEqual(['Orders', 'Orders']);
});

it('takes a file with a byte order mark, and names a nameless workflow by its file', () => {
  expect(readImport('\uFEFF{"nodes":[]}', 'My flow.JSON')[0]?.name).toBe('My flow');
});

it('says whether it is no JSON or no workflow', () => {
  const why = (text: string) => {
    try {
      readImport(text, 'x');
    } catch (error) {
      return (error as { why: string }).why;
    }
  };
  expect(why('nodes')).toBe('notJson');
  expect(why('{"a":1}')).toBe('noWorkflow');
  expect(why('[]')).toBe('noWorkflow');
});

it('tells a paste that may be a workflow from other text', () => {
  expect(looksLikeWorkflow(' {"nodes":[]}')).toBe(true);
  expect(looksLikeWorkflow('see "nodes" above')).toBe(false);
});
