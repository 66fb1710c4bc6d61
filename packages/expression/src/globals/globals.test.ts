import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import type { EvaluationScope } from '../scope.js';
import { scopeOf } from '../test-scope.js';

const engine = createExpressionEngine();
const items = [{ json: { id: 1 } }, { json: { id: 2 }, binary: { file: { mimeType: 'text/plain' } } }];
const earlier = [
  { json: { at: 'a' }, pairedItem: { item: 0 } },
  { json: { at: 'b' }, pairedItem: { item: 1 } },
];
const scope: EvaluationScope = scopeOf(items[0] as never, {
  items: items.map((item, i) => ({ ...item, pairedItem: { item: i } })) as never,
  itemIndex: 1,
  runIndex: 2,
  source: { node: 'Before', output: 0, run: 0 },
  node: {
    id: 'n1',
    name: 'Here',
    type: 'set',
    version: 3,
    parameters: { mode: 'raw' },
    webhookId: 'hook',
    position: [10, 20],
  },
  nodeByName: (name) => (name === 'Before' || name === 'Idle' ? { name, parameters: { p: 1 } } : undefined),
  runsOf: (name) => (name === 'Before' ? [{ outputs: [earlier], sources: [null] }] : []),
  execution: {
    id: 'e1',
    mode: 'test',
    resumeUrl: 'http://x/resume',
    resumeFormUrl: 'http://x/form',
    customData: { key: 'kept' },
  },
  mode: 'manual',
  timezone: 'Europe/Berlin',
  env: { SHOWN: 'yes' },
  vars: { region: 'eu' },
  extra: { $response: { statusCode: 200 }, $pageCount: 3 },
  contextOf: () => ({ done: true }),
});
const read = (code: string) => engine.evaluateSync(`={{ ${code} }}`, scope);

describe('what each name gives', () => {
  it.each([
    ['$json.id', 2],
    ['$data.id', 2],
    ['$binary.file.mimeType', 'text/plain'],
    ['$input.item.json.id', 2],
    ['$input.first().json.id', 1],
    ['$input.last().json.id', 2],
    ['$input.all().length', 2],
    ['$input.params.p', 1],
    ['$input.context.done', true],
    ['$("Before").item.json.at', 'b'],
    ['$("Before").pairedItem(0).json.at', 'a'],
    ['$("Before").itemMatching(0).json.at', 'a'],
    ['$("Before").first().json.at', 'a'],
    ['$("Before").last().json.at', 'b'],
    ['$("Before").all().length', 2],
    ['$("Before").all(0, 0).length', 2],
    ['$("Before").params.p', 1],
    ['$("Before").context.done', true],
    ['$("Before").isExecuted', true],
    ['$("Idle").isExecuted', false],
    ['$node["Before"].json.at', 'b'],
    ['$node.Before.parameter.p', 1],
    ['$node.Before.runIndex', 0],
    ['$node.Before.context.done', true],
    ['$items().length', 2],
    ['$items("Before")[1].json.at', 'b'],
    ['$item(0).$json.id', 1],
    ['$self.done', true],
    ['$parameter.mode', 'raw'],
    ['$rawParameter.mode', 'raw'],
    ['$prevNode.name', 'Before'],
    ['$prevNode.outputIndex', 0],
    ['$prevNode.runIndex', 0],
    ['$runIndex', 2],
    ['$thisRunIndex', 2],
    ['$itemIndex', 1],
    ['$thisItemIndex', 1],
    ['$thisItem.json.id', 2],
    ['$mode', 'manual'],
    ['$workflow.name', 'Workflow'],
    ['$workflow', { id: 'w', name: 'Workflow', active: true }],
    ['$execution.id', 'e1'],
    ['$execution.mode', 'test'],
    ['$execution.resumeUrl', 'http://x/resume'],
    ['$execution.resumeFormUrl', 'http://x/form'],
    ['$execution.customData.get("key")', 'kept'],
    ['$execution.customData.getAll()', { key: 'kept' }],
    ['$executionId', 'e1'],
    ['$resumeWebhookUrl', 'http://x/resume'],
    ['$env.SHOWN', 'yes'],
    ['$vars.region', 'eu'],
    ['$secrets', {}],
    ['$now.toISO()', '2026-03-08T13:00:00.000+01:00'],
    ['$today.toISO()', '2026-03-08T00:00:00.000+01:00'],
    ['$nodeId', 'n1'],
    ['$nodeVersion', 3],
    ['$webhookId', 'hook'],
    ['$position', [10, 20]],
    ['$getPairedItem("Before").json.at', 'b'],
    ['$response.statusCode', 200],
    ['$pageCount', 3],
    ['$jmespath($input.all(), "[*].json.id")', [1, 2]],
    ['$jmesPath($json, "id")', 2],
    ['$fromAI("name", "what", "string", "none")', 'none'],
    ['$fromAi("name")', undefined],
    ['$if(1 > 2, "a", "b")', 'b'],
    ['$ifEmpty("", "b")', 'b'],
    ['$ifEmpty([], "b")', 'b'],
    ['$min(3, 1)', 1],
    ['$max(3, 1)', 3],
    ['$average(1, 3)', 2],
    ['$not(1)', false],
    ['min(3, 1) + max(3, 1) + average(2, 4)', 7],
    ['not(0)', true],
    ['numberList(1, 3)', [1, 2, 3]],
    ['numberList(3, 1)', [3, 2, 1]],
    ['zip(["a", "b"], [1, 2])', { a: 1, b: 2 }],
    ['DateTime.fromISO("2026-01-01").zoneName', 'Europe/Berlin'],
    ['Interval.fromISO("2026-01-01/2026-01-03").length("days")', 2],
    ['Duration.fromObject({ hours: 2 }).as("minutes")', 120],
    ['unknown', undefined],
    ['$unknown', undefined],
  ])('%s', (code, value) => {
    expect(read(code)).toEqual(value === undefined ? { kind: 'undefined' } : { kind: 'value', value });
  });

  it.each([
    ['$("Idle").first()', 'expression.not-executed'],
    ['$("None").first()', 'expression.no-such-node'],
    ['$("Before").all(0, 7)', 'expression.no-such-run'],
    ['$execution.customData.set("a", "b")', 'expression.refused'],
    ['$input.first(1)', 'expression.arguments'],
    ['$if(1)', 'expression.arguments'],
    ['$jmespath("a", "b")', 'expression.arguments'],
    ['$fromAI()', 'expression.arguments'],
    ['zip([1], [])', 'expression.arguments'],
  ])('%s is an error: %s', (code, fault) => {
    expect(read(code)).toMatchObject({ kind: 'error', code: fault });
  });

  it.each(['process', 'require', 'globalThis', 'fetch', 'Function', 'eval', 'Buffer', 'Promise', 'Reflect', 'Proxy'])(
    '%s is nothing',
    (name) => {
      expect(read(name)).toEqual({ kind: 'undefined' });
      expect(read(`typeof ${name}`)).toEqual({ kind: 'value', value: 'undefined' });
    },
  );
});
