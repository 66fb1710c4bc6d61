import { defineNode, NodeFault, type Say } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import type { SourcedItem } from '../matching/sourced-item.js';
import { counted, named } from '../subtitle/counted.js';
import { combineAll } from './combine-all.js';
import { combineByFields } from './combine-by-fields.js';
import { combineByPosition } from './combine-by-position.js';
import { de } from './merge.de.js';
import { docs } from './merge.docs.js';
import { MAX_INPUTS, mergeParameters } from './merge.parameters.js';

export const merge = defineNode({
  type: 'merge',
  version: 1,
  label: 'Merge',
  summary: 'Brings the items of several branches together.',
  keywords: ['join', 'combine', 'append', 'union', 'concat', 'lookup', 'enrich', 'wait'],
  actions: [
    { label: 'Append items of several branches', parameters: { mode: 'append' } },
    { label: 'Join items by matching fields', parameters: { mode: 'combine', combineBy: 'fields' } },
    { label: 'Combine items by position', parameters: { mode: 'combine', combineBy: 'position' } },
    { label: 'Combine every item with every other', parameters: { mode: 'combine', combineBy: 'all' } },
    { label: 'Wait for two branches, then go on with one', parameters: { mode: 'choose' } },
  ],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'merge',
  inputs: (raw) => Array.from({ length: inputCount(raw) }, (_, index) => ({ name: `Input ${index + 1}` })),
  // A choice waits for every input; a merge runs with what has come.
  requiredInputs: (raw) => (raw.mode === 'choose' ? [0, 1] : 1),
  parameters: mergeParameters,
  effect: 'pure',
  subtitle: mergeLine,
  async run(ctx) {
    const p = await ctx.parameters(0);
    const inputs = Array.from({ length: inputCount(ctx.raw) }, (_, input) => sourced(ctx.input(input) ?? [], input));
    if (p.mode === 'append') return [inputs.flat()];
    if (p.mode === 'choose') return [p.choose === 'empty' ? [emptyItem(inputs)] : chosen(inputs, p.chosenInput)];
    if (p.combineBy === 'position') {
      return [await ctx.inTurns(combineByPosition(inputs, p.unpaired, p.clash))];
    }
    const [first = [], second = []] = inputs;
    if (p.combineBy === 'all') return [await ctx.inTurns(combineAll(first, second, p.clash))];
    return [await ctx.inTurns(combineByFields(first, second, p))];
  },
});

function inputCount(raw: JsonObject): number {
  const count = Number(raw.inputs ?? 2);
  return Number.isInteger(count) ? Math.min(Math.max(count, 2), MAX_INPUTS) : 2;
}

function sourced(items: readonly Item[], input: number): SourcedItem[] {
  return items.map((item, index) => ({ ...item, pairedItem: { item: index, input } }));
}

function chosen(inputs: readonly SourcedItem[][], number: number): SourcedItem[] {
  const items = inputs[number - 1];
  if (items) return items;
  throw new NodeFault(`There is no input ${number}: the node has ${inputs.length}`, {
    code: 'merge.input',
    retryable: false,
  });
}

/** Stands for everything that came. */
function emptyItem(inputs: readonly SourcedItem[][]): Item {
  return { json: {}, pairedItem: inputs.flat().map((item) => item.pairedItem) };
}

function mergeLine(raw: JsonObject, say: Say): string {
  if (raw.mode === 'choose') return say('choose an input');
  if (raw.mode !== 'combine') return say('append');
  if (raw.combineBy === 'position') return say('by position');
  if (raw.combineBy === 'all') return say('all combinations');
  const fields = named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields'), 'field1');
  return fields === '' ? say('by fields') : say('by {fields}', { fields });
}
