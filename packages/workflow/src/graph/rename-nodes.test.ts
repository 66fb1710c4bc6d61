import { expect, test } from 'vitest';
import type { WorkflowDocument, WorkflowNode } from '../document.js';
import type { JsonObject } from '../json.js';
import { type IsCode, type ReferenceRewriting, renameNode, renameReferences } from './rename-nodes.js';

const node = (id: string, parameters: JsonObject = {}): WorkflowNode => ({
  id,
  name: id,
  type: 't',
  version: 1,
  position: [0, 0],
  parameters,
});
const replaced = (text: string, names: ReadonlyMap<string, string>) =>
  text.replace(/<(\w+)>/g, (all, name: string) => (names.has(name) ? `<${names.get(name)}>` : all));
const rewriting: ReferenceRewriting = { inExpression: replaced, inCode: replaced };
const isCode: IsCode = (type, version, path) => type === 't' && version === 1 && path.join('.') === 'steps.code';
const documentOf = (...nodes: WorkflowNode[]): WorkflowDocument => ({
  formatVersion: 1,
  name: 'D',
  nodes,
  edges: [],
  settings: {},
  notes: [{ id: 'note', text: '=<a>', position: [0, 0], size: [1, 1] }],
  pins: { a: [{ json: { was: '=<a>' } }] },
});

test('reaches expressions and code at any depth, and leaves texts, notes and pinned data alone', () => {
  const b = node('b', {
    deep: [{ text: '=<a> <c>' }, '<a>'],
    plain: '<a>',
    steps: [{ code: '<a>', name: '<a>' }, { code: 7 }],
    code: '<a>',
  });
  const document = documentOf(node('a', { own: '=<a>' }), b, node('c', { text: '=<b>' }));
  const before = structuredClone(document);
  const renamed = renameNode(document, 'a', 'New', rewriting, isCode);
  expect(renamed.nodes[0]).toMatchObject({ id: 'a', name: 'New', parameters: { own: '=<New>' } });
  expect(renamed.nodes[1]?.parameters).toEqual({
    deep: [{ text: '=<New> <c>' }, '<a>'],
    plain: '<a>',
    steps: [{ code: '<New>', name: '<a>' }, { code: 7 }],
    code: '<a>',
  });
  expect(renamed.nodes[2]).toBe(document.nodes[2]);
  expect([renamed.notes, renamed.pins]).toEqual([document.notes, document.pins]);
  expect(document).toEqual(before);
});

test('keeps what it can: there and back is where it began, keys in their order', () => {
  const parameters = JSON.parse('{"z":"=<a>","a":1,"__proto__":"=<a>","list":["=<a>",null]}') as JsonObject;
  const document = documentOf(node('a'), node('b', parameters));
  const there = renameNode(document, 'a', 'New', rewriting, isCode);
  expect(JSON.stringify(there.nodes[1]?.parameters)).toBe(
    '{"z":"=<New>","a":1,"__proto__":"=<New>","list":["=<New>",null]}',
  );
  expect(JSON.stringify(renameNode(there, 'a', 'a', rewriting, isCode))).toBe(JSON.stringify(document));
});

test('several change at once', () => {
  const names = new Map([
    ['a', 'b'],
    ['b', 'a'],
  ]);
  expect(renameReferences(node('x', { t: '=<a><b>' }), names, rewriting, isCode).parameters).toEqual({ t: '=<b><a>' });
});

test('refuses a name that is empty or taken', () => {
  const document = documentOf(node('a'), node('b'));
  expect(() => renameNode(document, 'a', 'b', rewriting, isCode)).toThrow(/Another node/);
  expect(() => renameNode(document, 'a', '', rewriting, isCode)).toThrow(/needs a name/);
  expect(() => renameNode(document, 'x', 'y', rewriting, isCode)).toThrow(/no node/);
});
