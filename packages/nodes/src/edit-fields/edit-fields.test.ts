import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { editFields } from './edit-fields.node.js';

const field = (name: string, value: unknown, type = 'string') => ({ name, value, type }) as JsonObject;
const input: JsonObject = { keep: 'k', deep: { a: 1, list: [1, { x: 2 }] } };
const set = async (parameters: JsonObject, item: JsonObject = input, more: object = {}) =>
  jsonOf(await runNode(editFields, { parameters, items: [item], ...more }))[0];

describe('values and their types', () => {
  test.each([
    ['5', 'number', 5],
    [5, 'string', '5'],
    ['TRUE', 'boolean', true],
    ['[1,2]', 'array', [1, 2]],
    ['{"a":1}', 'object', { a: 1 }],
    [{ a: 1 }, 'string', '{"a":1}'],
    [null, 'number', null],
  ])('%j as %s is %j', async (value, type, expected) => {
    expect(await set({ fields: [field('v', value, type)] })).toEqual({ v: expected });
  });
  test('what does not fit is a fault, or is kept', async () => {
    const fields = [field('v', 'apple', 'number')];
    await expect(set({ fields })).rejects.toMatchObject({ code: 'field.type', itemIndex: 0 });
    expect(await set({ fields, conversion: 'lenient' })).toEqual({ v: 'apple' });
  });
  test('dates become text, at any depth', async () => {
    const date = DateTime.fromISO('2026-01-02T03:04:05Z', { zone: 'utc' });
    const expression = () => ({ at: [date] });
    expect(await set({ fields: [field('v', '=x', 'object')] }, {}, { expression })).toEqual({
      v: { at: ['2026-01-02T03:04:05.000Z'] },
    });
  });
  test('the oldest workflows convert nothing, the next numbers alone', async () => {
    const fields = [field('n', '5', 'number'), field('b', 'false', 'boolean')];
    expect(await set({ fields, conversion: 'none' })).toEqual({ n: '5', b: true });
    expect(await set({ fields, conversion: 'numbers' })).toEqual({ n: 5, b: true });
  });
});

describe('other fields', () => {
  const fields = [field('deep.a', 9, 'number')];
  test.each([
    ['none', '', { deep: { a: 9 } }],
    ['all', '', { keep: 'k', deep: { a: 9, list: [1, { x: 2 }] } }],
    ['selected', 'keep, missing', { keep: 'k', deep: { a: 9 } }],
    ['except', 'keep, deep.list', { deep: { a: 9 } }],
  ])('%s %s', async (include, includeFields, expected) => {
    expect(await set({ fields, include, includeFields })).toEqual(expected);
  });
  test('the item that came in is never changed', async () => {
    const before = structuredClone(input);
    await set({ fields: [field('deep.list[1].x', 'new')], include: 'all' });
    await set({ fields, include: 'except', includeFields: 'deep.list[0]' });
    expect(input).toEqual(before);
  });
  test('without dot notation a path is a name', async () => {
    expect(await set({ fields, dotNotation: false })).toEqual({ 'deep.a': 9 });
  });
});

describe('JSON', () => {
  const expression = (text: string) => (text.includes('name') ? 'Ada' : { a: [1] });
  test('with expressions in it', async () => {
    const json = '={"n": "{{ $json.name }}", "o": {{ $json.o }} }';
    expect(await set({ mode: 'json', json }, {}, { expression })).toEqual({ n: 'Ada', o: { a: [1] } });
  });
  test('braces and strings inside an expression do not end it', async () => {
    const texts: string[] = [];
    await set(
      { mode: 'json', json: '={"v": {{ {a: "}}"} }} }' },
      {},
      {
        expression(text: string) {
          texts.push(text);
          return 1;
        },
      },
    );
    expect(texts).toEqual(['={{ {a: "}}"} }}']);
  });
  test.each(['[1]', '{"a"', '5'])('%s is a fault', async (json) => {
    await expect(set({ mode: 'json', json })).rejects.toMatchObject({ itemIndex: 0 });
  });
});

describe('files', () => {
  const file = { mimeType: 'text/plain', data: '' };
  const items = [{ json: {}, binary: { data: file } }];
  test('stay unless told otherwise, and can be given another name', async () => {
    const kept = await runNode(editFields, { parameters: { fields: [field('copy', 'data', 'binary')] }, items });
    expect(kept.outputs[0]?.[0]?.binary).toEqual({ data: file, copy: file });
    const dropped = await runNode(editFields, { parameters: { keepBinary: false }, items });
    expect(dropped.outputs[0]?.[0]?.binary).toBeUndefined();
  });
});

test('copies are made in test runs alone', async () => {
  const count = async (mode: string) =>
    (await runNode(editFields, { parameters: { copies: 2 }, mode })).outputs[0]?.length;
  expect([await count('manual'), await count('webhook')]).toEqual([3, 1]);
});

test.each(['__proto__.x', 'constructor.prototype.x', '__proto__'])('%s is refused', async (name) => {
  await expect(set({ fields: [field(name, 'bad')], include: 'all' })).rejects.toMatchObject({
    code: 'field.forbidden',
  });
  expect({}).not.toHaveProperty('x');
});
