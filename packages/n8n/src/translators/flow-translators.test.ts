import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import type { Translator } from '../translator.js';
import { executeWorkflow } from './execute-workflow.js';
import { executeWorkflowTrigger } from './execute-workflow-trigger.js';
import { filterV1 } from './filter.js';
import { ifV1, ifV2 } from './if.js';
import { respondToWebhook } from './respond-to-webhook.js';
import { cron, interval, scheduleTrigger } from './schedule-trigger.js';
import { setV1, setV3 } from './set.js';
import { switchV1, switchV2, switchV3 } from './switch.js';
import { webhook } from './webhook.js';

const from = (translator: Translator, version: number, parameters: JsonObject) =>
  translator.translate({ name: 'N', type: translator.type, parameters }, version);
const native = (translator: Translator, version: number, parameters: JsonObject) =>
  from(translator, version, parameters).parameters;

describe('conditions', () => {
  test('of the first versions are compared as they stand', () => {
    const number = [{ value1: '={{ $json.n }}', value2: 5 }];
    expect(native(ifV1, 1, { conditions: { number }, combineOperation: 'any' })).toEqual({
      conditions: {
        combinator: 'or',
        conditions: [{ left: '={{ $json.n }}', right: 5, operator: { type: 'number', operation: 'lt' } }],
        typeValidation: 'none',
      },
    });
    expect(native(filterV1, 1, { combineConditions: 'OR' })).toMatchObject({ conditions: { combinator: 'or' } });
  });
  test('of the newer ones keep their options, or those of the node', () => {
    const conditions = [{ leftValue: 'a', rightValue: 'b', operator: { type: 'string', operation: 'equals' } }];
    const options = { caseSensitive: false, typeValidation: 'loose', version: 2 };
    expect(native(ifV2, 2.2, { conditions: { options, conditions, combinator: 'or' } })).toEqual({
      conditions: {
        combinator: 'or',
        conditions: [{ left: 'a', right: 'b', operator: { type: 'string', operation: 'equals' } }],
        caseSensitive: false,
        typeValidation: 'loose',
        version: 2,
      },
    });
    const outside = { conditions: { conditions }, looseTypeValidation: true, options: { ignoreCase: true } };
    expect(native(ifV2, 2.2, outside)).toMatchObject({
      conditions: { caseSensitive: false, typeValidation: 'loose', version: 1 },
    });
  });
});

describe('Switch', () => {
  const rules = { rules: [{ operation: 'larger', value2: 2, output: 2 }] };
  test('1 has four outputs that rules name', () => {
    expect(native(switchV1, 1, { value1: '=n', rules, fallbackOutput: 3 })).toMatchObject({
      outputs: 4,
      rules: [{ output: 2, conditions: { conditions: [{ left: '=n', right: 2, operator: { operation: 'gt' } }] } }],
      fallback: 'output',
      fallbackOutput: 3,
    });
  });
  test('2 has one for each rule', () => {
    expect(native(switchV2, 2, { rules, fallbackOutput: -1 })).not.toHaveProperty('outputs');
    expect(native(switchV2, 2, { mode: 'expression', output: '=1' })).toEqual({
      mode: 'expression',
      outputs: 4,
      output: '=1',
    });
  });
  test('3 has conditions in each rule', () => {
    const values = [{ conditions: {}, renameOutput: true, outputKey: 'big' }];
    const options = { fallbackOutput: 'extra', renameFallbackOutput: 'rest', allMatchingOutputs: true };
    expect(native(switchV3, 3.2, { rules: { values }, options })).toMatchObject({
      rules: [{ name: 'big' }],
      fallback: 'extra',
      fallbackName: 'rest',
      allMatching: true,
    });
  });
});

describe('Set', () => {
  const values = { string: [{ name: 's', value: 'x' }], boolean: [{ name: 'b', value: true }] };
  test('1 and 2 keep the other fields unless told otherwise', () => {
    expect(native(setV1, 1, { values })).toMatchObject({
      fields: [
        { name: 'b', type: 'boolean' },
        { name: 's', type: 'string' },
      ],
      include: 'all',
      keepBinary: true,
      conversion: 'none',
    });
    expect(native(setV1, 2, { values, keepOnlySet: true })).toMatchObject({
      include: 'none',
      keepBinary: false,
      conversion: 'numbers',
    });
  });
  test('3 has a value for each type, and keeps files when asked to', () => {
    const fields = { values: [{ name: 'n', type: 'numberValue', numberValue: '5' }] };
    expect(native(setV3, 3, { fields, options: { includeBinary: true } })).toMatchObject({
      fields: [{ name: 'n', type: 'number', value: '5' }],
      include: 'all',
      keepBinary: true,
    });
  });
  test('3.4 drops other fields, and files with them', () => {
    const assignments = { assignments: [{ id: '1', name: 'a', value: 1, type: 'number' }] };
    expect(native(setV3, 3.4, { assignments })).toMatchObject({ include: 'none', keepBinary: false });
    expect(native(setV3, 3.4, { assignments, includeOtherFields: true })).toMatchObject({
      include: 'all',
      keepBinary: true,
    });
  });
  test('JSON', () => {
    expect(native(setV3, 3.4, { mode: 'raw', jsonOutput: '{"a":1}' })).toMatchObject({ mode: 'json', json: '{"a":1}' });
  });
});

describe('Webhook', () => {
  test('the status code of every version', () => {
    expect(native(webhook, 1, { path: 'p', responseCode: 202 })).toMatchObject({ responseCode: 202 });
    const responseCode = { values: { responseCode: 'customCode', customCode: 418 } };
    expect(native(webhook, 2, { path: 'p', options: { responseCode } })).toMatchObject({ responseCode: 418 });
  });
  test('one method or several', () => {
    expect(native(webhook, 2, { httpMethod: 'POST' })).toMatchObject({ methods: ['POST'] });
    expect(native(webhook, 2, { httpMethod: ['GET', 'PUT'], multipleMethods: true })).toMatchObject({
      methods: ['GET', 'PUT'],
    });
    expect(native(webhook, 2, {})).toMatchObject({ methods: ['GET'] });
  });
  test('an expression in its settings is told', () => {
    expect(from(webhook, 2, { path: '={{ 1 }}' }).warnings).toHaveLength(1);
  });
  test('streaming has no form here yet', () => {
    expect(from(webhook, 2.1, { responseMode: 'streaming' }).unsupported).toBeTruthy();
  });
  test('Respond to Webhook', () => {
    const headers = { entries: [{ name: 'X-A', value: 'b' }] };
    expect(
      native(respondToWebhook, 1.4, {
        respondWith: 'text',
        responseBody: 'Hi',
        options: { responseCode: 201, responseHeaders: headers },
      }),
    ).toEqual({ respondWith: 'text', text: 'Hi', options: { status: 201, headers: [{ name: 'X-A', value: 'b' }] } });
    expect(native(respondToWebhook, 1.3, {})).toMatchObject({ respondWith: 'firstItem', responseOutput: true });
  });
});

describe('schedules', () => {
  test.each<[JsonObject, JsonObject]>([
    [{}, { every: 'days', count: 1 }],
    [{ field: 'minutes' }, { every: 'minutes', count: 5 }],
    [
      { field: 'hours', hoursInterval: 2, triggerAtMinute: {} },
      { every: 'hours', count: 2 },
    ],
    [
      { field: 'weeks', triggerAtDay: [1, 3], triggerAtHour: 9 },
      { every: 'weeks', count: 1, weekdays: [1, 3], hour: 9 },
    ],
    [
      { field: 'cronExpression', expression: '0 0 * * 1-5' },
      { every: 'cron', expression: '0 0 * * 1-5' },
    ],
  ])('%j', (rule, expected) => {
    expect(native(scheduleTrigger, 1.2, { rule: { interval: [rule] } })).toEqual({ rules: [expected], missed: 'skip' });
  });
  test('the older nodes', () => {
    const item = [
      { mode: 'everyMinute' },
      { mode: 'everyWeek', weekday: '2', hour: 8 },
      { mode: 'everyX', unit: 'minutes', value: 10 },
    ];
    expect(native(cron, 1, { triggerTimes: { item } }).rules).toEqual([
      { every: 'minutes', count: 1 },
      { every: 'weeks', count: 1, weekdays: [2], hour: 8, minute: 0 },
      { every: 'minutes', count: 10 },
    ]);
    expect(native(interval, 1, { unit: 'hours', interval: 3 }).rules).toEqual([{ every: 'hours', count: 3 }]);
  });
});

describe('sub-workflows', () => {
  test('are named by text or by a picked entry', () => {
    expect(native(executeWorkflow, 1, { workflowId: '7' })).toMatchObject({ workflow: { id: '7' } });
    const workflowId = { __rl: true, mode: 'list', value: '7', cachedResultName: 'Child' };
    expect(native(executeWorkflow, 1.1, { workflowId, mode: 'each' })).toMatchObject({
      workflow: { id: '7', name: 'Child' },
      each: 'item',
    });
  });
  test('inputs have the types of their schema', () => {
    const workflowInputs = {
      value: { a: '={{ 1 }}', gone: 1 },
      schema: [
        { id: 'a', type: 'number' },
        { id: 'gone', removed: true },
      ],
      attemptToConvertTypes: true,
    };
    expect(native(executeWorkflow, 1.2, { workflowId: '7', workflowInputs })).toMatchObject({
      inputs: [{ name: 'a', value: '={{ 1 }}', type: 'number' }],
    });
  });
  test('given in the node as JSON', () => {
    const workflowJson = '{"nodes":[],"connections":{}}';
    expect(native(executeWorkflow, 1.2, { source: 'parameter', workflowJson })).toMatchObject({
      from: 'inPlace',
      document: workflowJson,
    });
  });
  test('keeps the rules of its version for links and errors, and says what shows no error', () => {
    expect(native(executeWorkflow, 1.2, { workflowId: '7' })).toMatchObject({ dialect: 'n8n-1.2' });
    expect(native(executeWorkflow, 1.3, { workflowId: '7' })).toMatchObject({ dialect: 'n8n' });
    const warnings = (version: number, parameters: JsonObject, onError?: string) =>
      executeWorkflow.translate({ name: 'N', type: executeWorkflow.type, parameters, onError }, version).warnings;
    expect(warnings(1.2, { mode: 'each' }, 'continueRegularOutput')?.[0]).toMatch(/first item alone/);
    for (const quiet of [
      warnings(1.3, { mode: 'each' }, 'continueRegularOutput'),
      warnings(1.2, { mode: 'each' }, 'stopWorkflow'),
      warnings(1.2, {}, 'continueRegularOutput'),
    ])
      expect(quiet).toBeUndefined();
  });
  test.each(['localFile', 'url'])('from %s is told to have no form here', (source) => {
    expect(from(executeWorkflow, 1, { source }).unsupported).toBeTruthy();
  });
  test('the trigger takes anything, or what is named or shown', () => {
    expect(native(executeWorkflowTrigger, 1, {})).toEqual({ accepts: 'anything' });
    expect(native(executeWorkflowTrigger, 1.1, { workflowInputs: { values: [{ name: 'a' }] } })).toEqual({
      accepts: 'fields',
      fields: [{ name: 'a', type: 'string' }],
    });
    expect(native(executeWorkflowTrigger, 1.1, { inputSource: 'jsonExample', jsonExample: '{"a":[1]}' })).toEqual({
      accepts: 'fields',
      fields: [{ name: 'a', type: 'array' }],
    });
  });
});
