import { sayIn, withDefaults } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { builtinNodes } from '../index.js';
import { conditionLine } from './condition-line.js';
import { shownValue } from './shown-value.js';

const say = sayIn(undefined, 'en');

function subtitle(type: string, raw: JsonObject = {}): string | undefined {
  const definition = builtinNodes.find((node) => node.type === type);
  return definition?.subtitle?.(withDefaults(definition.parameters, raw), say);
}

describe('a value', () => {
  it.each([
    ['plain', 'plain'],
    [7, '7'],
    [true, 'true'],
    [null, ''],
    [{ a: 1 }, ''],
    ['={{ $json.total }}', 'total'],
    ['={{ $json.customer.name }}', 'customer.name'],
    ['={{ $("Get order").item.json.id }}', 'id'],
    ['={{ $json.a + 1 }}', '$json.a + 1'],
    ['=orders/{{ $json.id }}', 'orders/{id}'],
  ])('%j is shown as %j', (value, shown) => {
    expect(shownValue(value)).toBe(shown);
  });

  it('is cut, however long it is', () => {
    expect(shownValue(`={{ ${'$json.a + '.repeat(100_000)} }}`).length).toBeLessThan(120);
    expect(shownValue('x '.repeat(100_000)).length).toBeLessThan(120);
  });
});

describe('conditions', () => {
  const condition = (left: string, operation: string, right?: string | number) => ({
    left,
    right,
    operator: { type: 'number', operation },
  });

  it('are told by the first', () => {
    const one = condition('={{ $json.total }}', 'gt', 100);
    expect(conditionLine({ combinator: 'and', conditions: [one] }, say)).toBe('total > 100');
    expect(conditionLine({ combinator: 'and', conditions: [one, one, one] }, say)).toBe('total > 100 and 2 more');
    expect(conditionLine({ combinator: 'or', conditions: [one, one] }, say)).toBe('total > 100 or 1 more');
    expect(conditionLine({ conditions: [condition('={{ $json.mail }}', 'notEmpty')] }, say)).toBe("mail isn't empty");
    expect(conditionLine({ conditions: [condition('={{ $json.a }}', 'equals', '')] }, say)).toBe('a = ""');
  });

  it('are counted where they can not be told', () => {
    expect(conditionLine({ conditions: [null, 7] }, say)).toBe('2 conditions');
    expect(conditionLine({ conditions: [condition('a', '__proto__', 1)] }, say)).toBe('1 condition');
    expect(conditionLine(undefined, say)).toBe('');
  });
});

describe('the line under the name of a node', () => {
  it.each<[string, JsonObject, string]>([
    ['httpRequest', { method: 'POST', url: 'https://shop.example/orders' }, 'POST shop.example/orders'],
    ['httpRequest', { url: '=https://shop.example/orders/{{ $json.id }}' }, 'GET shop.example/orders/{id}'],
    ['webhookTrigger', { methods: ['POST'], path: 'orders' }, 'POST /orders'],
    ['editFields', { fields: [{ name: 'a' }, { name: 'b' }] }, '2 fields'],
    ['editFields', { mode: 'json' }, 'JSON'],
    ['code', { code: 'const a = 1;\nreturn [];' }, 'JavaScript · 2 lines'],
    ['scheduleTrigger', { rules: [{ every: 'days', hour: 2 }] }, 'daily 02:00'],
    ['scheduleTrigger', { rules: [{ every: 'weeks', weekdays: [1, 3], hour: 8, minute: 30 }] }, 'Mon, Wed 08:30'],
    [
      'scheduleTrigger',
      { rules: [{ every: 'minutes', count: 15 }, { every: 'hours' }] },
      'every 15 minutes and 1 more',
    ],
    ['scheduleTrigger', { rules: [{ every: 'months', day: 3, count: 2 }] }, 'day 3, 00:00, every 2 months'],
    ['scheduleTrigger', { rules: [{ every: 'cron', expression: '30 8 * * 1-5' }] }, '30 8 * * 1-5'],
    ['limit', { maxItems: 5, keep: 'last' }, 'last 5'],
    ['loopOverItems', { batchSize: 10 }, '10 at a time'],
    ['merge', { mode: 'combine', fields: [{ field1: 'id', field2: 'customerId' }] }, 'by id'],
    ['merge', { mode: 'combine', combineBy: 'position' }, 'by position'],
    ['sort', { fields: [{ field: 'total' }, { field: 'name' }] }, 'by total, name'],
    ['splitOut', { fields: 'order.lines' }, 'order.lines'],
    ['summarize', { fields: [{ aggregation: 'sum', field: 'total' }], splitBy: 'country' }, 'sum total by country'],
    ['switch', { rules: [{}, {}, {}] }, '3 rules'],
    ['wait', { amount: 1, unit: 'hours' }, '1 hour'],
    ['wait', { resume: 'moment', moment: '={{ $json.due }}' }, 'until due'],
    ['respondToWebhook', { respondWith: 'json', options: { status: 201 } }, '201 JSON'],
    ['renameKeys', { keys: [{}, {}], patterns: [{}] }, '2 fields, 1 pattern'],
    ['removeDuplicates', { compare: 'selected', fields: 'email' }, 'by email'],
    ['crypto', { action: 'hmac' }, 'HMAC SHA256'],
    ['dateTime', { operation: 'format', format: 'dd.MM.yyyy' }, 'format dd.MM.yyyy'],
    ['dateTime', { operation: 'add', duration: 2, unit: 'weeks' }, '+ 2 weeks'],
    ['aggregate', { fields: [{ field: 'email' }] }, 'email'],
    ['compareDatasets', { fields: [{ field1: 'id', field2: 'id' }] }, 'by id'],
    ['stopAndError', { message: 'No address' }, 'No address'],
    ['executeSubworkflow', { each: 'item' }, 'for each item'],
  ])('of %s %j is %j', (type, raw, line) => {
    expect(subtitle(type, raw)).toBe(line);
  });

  it('is given by every type', () => {
    expect(builtinNodes.filter((node) => node.subtitle === undefined).map((node) => node.type)).toEqual([]);
  });
});
