import { type NodeContext, param } from '@orchestrator/node-sdk';

/** Outputs that one node may have: more branches than that can't be told apart on a canvas. */
export const MAX_OUTPUTS = 100;

export const parameters = {
  mode: param.options({
    label: 'Mode',
    literal: true,
    choices: [
      { value: 'rules', label: 'Rules', description: 'An item takes the output of the first rule that it meets.' },
      { value: 'expression', label: 'Expression', description: 'An expression gives the number of the output.' },
    ],
  }),
  rules: param.list({
    label: 'Rules',
    itemLabel: 'rule',
    opened: true,
    sortable: true,
    show: { mode: ['rules'] },
    fields: {
      name: param.string({ label: 'Name of the output', literal: true }),
      conditions: param.filter({ label: 'Conditions' }),
      output: param.number({
        label: 'Output',
        description: 'Number of the output, from 0. Left empty: the place of the rule.',
        default: null,
        integer: true,
        min: 0,
        max: MAX_OUTPUTS - 1,
      }),
    },
  }),
  outputs: param.number({
    label: 'Number of outputs',
    description: 'Left empty: one for each rule.',
    default: null,
    literal: true,
    integer: true,
    min: 1,
    max: MAX_OUTPUTS,
  }),
  output: param.any({
    label: 'Output',
    control: 'number',
    description: 'Number of the output that the item takes, from 0.',
    default: 0,
    show: { mode: ['expression'] },
  }),
  fallback: param.options({
    label: 'Items that meet no rule',
    literal: true,
    choices: [
      { value: 'none', label: 'Are dropped' },
      { value: 'extra', label: 'Take an output of their own' },
      { value: 'output', label: 'Take one of the outputs' },
    ],
    show: { mode: ['rules'] },
  }),
  fallbackName: param.string({
    label: 'Name of that output',
    default: 'fallback',
    literal: true,
    show: { fallback: ['extra'] },
  }),
  fallbackOutput: param.number({
    label: 'Output of items that meet no rule',
    integer: true,
    min: 0,
    max: MAX_OUTPUTS - 1,
    show: { fallback: ['output'] },
  }),
  allMatching: param.boolean({
    label: 'To every output that fits',
    description: 'An item goes to the outputs of all rules that it meets, not of the first alone.',
    show: { mode: ['rules'] },
  }),
};

/** What the node's code sees of the world. */
export type SwitchContext = NodeContext<typeof parameters>;
