import { describe, expect, it } from 'vitest';
import { defineNode, type NodeDefinition } from './define-node.js';
import { nodeTypeLookup } from './node-type-info.js';
import { param } from './parameters.js';

const node = defineNode({
  type: 'greet',
  version: 2,
  label: 'Greet',
  summary: 'Greets.',
  group: 'data',
  icon: 'hand',
  parameters: {
    name: param.string({ label: 'Name', required: true }),
    times: param.number({ label: 'Times', default: 1 }),
    tone: param.options({ label: 'Tone', choices: [{ value: 'warm', label: 'Warm' }] }),
    more: param.list({ label: 'More', fields: { count: param.number({ label: 'Count' }) } }),
  },
});
const check = (
  raw: Parameters<NonNullable<ReturnType<ReturnType<typeof nodeTypeLookup>['find']>>['checkParameters']>[0],
) =>
  nodeTypeLookup([node])
    .find('greet', 2)
    ?.checkParameters(raw)
    .map(({ path, rule, severity = 'error' }) => `${severity} ${rule} ${path}`);

it('finds what is missing, of a wrong type or no choice, and what the type does not have', () => {
  expect(check({ name: 'Ada' })).toEqual([]);
  expect(check({ name: '' })).toEqual(['error parameter.required name']);
  expect(check({ name: 'Ada', times: 'often', tone: 'cold', more: [{ count: 'x' }], nmae: 'typo' })).toEqual([
    'warning parameter.unknown nmae',
    'error parameter.type times',
    'error parameter.choice tone',
    'error parameter.type more[0].count',
  ]);
});

it('takes an expression for right: its value is not known', () => {
  expect(check({ name: '={{ $json.name }}', times: '={{ $json.n }}' })).toEqual([]);
});

it('knows the versions of a type', () => {
  expect(nodeTypeLookup([node]).versions('greet')).toEqual([2]);
  expect(nodeTypeLookup([node]).find('greet', 1)).toBeUndefined();
});

describe('credentials', () => {
  const caller = defineNode({
    type: 'caller',
    version: 1,
    label: 'Caller',
    summary: '',
    group: 'network',
    icon: 'globe',
    parameters: {
      signed: param.options({
        label: 'Signed',
        choices: [
          { value: 'no', label: 'No' },
          { value: 'yes', label: 'Yes' },
        ],
      }),
    },
    credentials: [{ type: 'key', required: true, show: { signed: ['yes'] } }, { type: 'proxy' }],
  }) as NodeDefinition;
  const missing = (parameters: object, credentials?: object) =>
    nodeTypeLookup([caller])
      .find('caller', 1)
      ?.checkCredentials?.({ parameters, credentials } as never);

  it('that a node needs as it is set, and does not name, are told of without stopping anything', () => {
    expect(missing({ signed: 'yes' })).toMatchObject([
      { path: 'credentials.key', rule: 'credential.missing', severity: 'warning' },
    ]);
    expect(missing({ signed: 'yes' }, { key: { name: 'From an import' } })).toHaveLength(1);
    expect(missing({ signed: 'yes' }, { key: { id: '1', name: 'Key' } })).toEqual([]);
    expect(missing({})).toEqual([]);
  });
});
