import { defineNode, param } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { counted, named } from '../subtitle/counted.js';
import { exampleItem } from './subworkflow-example.js';
import { de } from './subworkflow-trigger.de.js';
import { docs } from './subworkflow-trigger.docs.js';

const TYPES = [
  { value: 'any', label: 'Anything' },
  { value: 'string', label: 'Text' },
  { value: 'number', label: 'Number' },
  { value: 'boolean', label: 'True or false' },
  { value: 'array', label: 'List' },
  { value: 'object', label: 'Object' },
] as const;

export const subworkflowTrigger = defineNode({
  type: 'subworkflowTrigger',
  // It may answer the call that its caller's run began with.
  flow: { awaitsResponse: () => 'perhaps' },
  version: 1,
  label: 'When called by a workflow',
  summary: 'Starts when another workflow runs this one, with the items that it hands over.',
  keywords: ['sub-workflow', 'child', 'call', 'reuse', 'function', 'execute workflow'],
  actions: [{ label: 'Start when another workflow calls this one' }],
  docs,
  translations: { de },
  group: 'trigger',
  icon: 'log-in',
  kind: 'trigger',
  trigger: { kind: 'subworkflow' },
  example: exampleItem,
  effect: 'pure',
  inputs: [],
  subtitle: (raw, say) =>
    raw.accepts === 'fields'
      ? named(raw.fields, (count) => counted(say, count, '1 input', '{count} inputs'))
      : say('any items'),
  parameters: {
    accepts: param.options({
      label: 'Takes',
      literal: true,
      choices: [
        { value: 'anything', label: 'Whatever it is given' },
        { value: 'fields', label: 'Named inputs', description: 'Other fields are left out; missing ones are null.' },
      ],
    }),
    fields: param.list({
      label: 'Inputs',
      itemLabel: 'input',
      opened: true,
      unique: 'name',
      literal: true,
      show: { accepts: ['fields'] },
      fields: {
        name: param.string({ label: 'Name', literal: true, required: true }),
        type: param.options({
          label: 'Type',
          literal: true,
          choices: TYPES,
        }),
      },
    }),
  },
  async run(ctx) {
    const { accepts, fields } = await ctx.parameters(0);
    if (accepts === 'anything') return [ctx.items];
    return [
      ctx.items.map(({ json }, item) => {
        const own: JsonObject = {};
        for (const { name } of fields) {
          if (name !== '__proto__') own[name] = Object.hasOwn(json, name) ? (json[name] ?? null) : null;
        }
        return { json: own, pairedItem: { item } };
      }),
    ];
  },
});
