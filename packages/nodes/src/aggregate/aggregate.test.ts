import { NodeFault } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { aggregate } from './aggregate.node.js';

const items: JsonObject[] = [{ id: 1, tags: ['a', null], o: { v: 1 } }, { id: 2, tags: ['b'] }, { id: null }];
const gather = async (parameters: JsonObject) => jsonOf(await runNode(aggregate, { parameters, items }))[0];
const fields = (...names: string[]) => names.map((field) => ({ field }));

describe('fields', () => {
  test('become lists; missing and null values are left out', async () => {
    expect(await gather({ fields: fields('id', 'o.v') })).toEqual({ id: [1, 2], v: [1] });
  });
  test('keep null for what is missing when asked for', async () => {
    expect(await gather({ fields: fields('id', 'o.v'), options: { keepMissing: true } })).toEqual({
      id: [1, 2, null],
      v: [1, null, null],
    });
  });
  test('that are lists stay lists, or are merged', async () => {
    expect(await gather({ fields: fields('tags') })).toEqual({ tags: [['a'], ['b']] });
    expect(await gather({ fields: fields('tags'), options: { mergeLists: true } })).toEqual({ tags: ['a', 'b'] });
  });
  test('get another name, which may be a path', async () => {
    expect(await gather({ fields: [{ field: 'id', rename: true, outputField: 'all.ids' }] })).toEqual({
      all: { ids: [1, 2] },
    });
  });
  test('are one name without dot notation', async () => {
    expect(await gather({ fields: fields('o.v'), options: { dotNotation: false } })).toEqual({ 'o.v': [] });
  });
});

describe('whole items', () => {
  test('all fields', async () => expect(await gather({ mode: 'items' })).toEqual({ data: items }));
  test('named fields; items without any are left out', async () => {
    expect(await gather({ mode: 'items', destination: 'out', include: 'selected', includeFields: 'o' })).toEqual({
      out: [{ o: { v: 1 } }],
    });
  });
  test('all but named fields', async () => {
    expect(await gather({ mode: 'items', include: 'except', excludeFields: 'tags, o' })).toEqual({
      data: [{ id: 1 }, { id: 2 }, { id: null }],
    });
  });
});

test('the item comes from all of them', async () => {
  const { outputs } = await runNode(aggregate, { parameters: { mode: 'items' }, items });
  expect(outputs[0]?.[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
});

test('files are kept under names of their own, equal ones once', async () => {
  const file = { mimeType: 'text/plain', fileSize: '1 kB', data: '' };
  const withFiles = [file, file, { ...file, fileSize: '2 kB' }].map((data) => ({ json: {}, binary: { data } }));
  const names = async (uniqueBinaries: boolean) => {
    const parameters = { mode: 'items', options: { includeBinaries: true, uniqueBinaries } };
    return Object.keys((await runNode(aggregate, { parameters, items: withFiles })).outputs[0]?.[0]?.binary ?? {});
  };
  expect(await names(false)).toEqual(['data', 'data_1', 'data_2']);
  expect(await names(true)).toEqual(['data', 'data_1']);
});

test.each([
  { fields: [] },
  { fields: fields('id', 'id') },
  { fields: fields('zz'), compat: { requireField: true } },
  { fields: [{ field: 'id', rename: true, outputField: '__proto__.x' }] },
])('%j is a fault', async (parameters) => {
  await expect(gather(parameters)).rejects.toThrow(NodeFault);
});
