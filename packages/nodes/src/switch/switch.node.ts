import { defineNode, errorMessage, NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { filterHolds } from '../conditions/evaluate-filter.js';
import { counted, lengthOf } from '../subtitle/counted.js';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './switch.de.js';
import { docs } from './switch.docs.js';
import { MAX_OUTPUTS, parameters, type SwitchContext } from './switch.parameters.js';

export const switchNode = defineNode({
  type: 'switch',
  version: 1,
  label: 'Switch',
  summary: 'Sends each item to one of several branches by rules or by an expression.',
  keywords: ['condition', 'branch', 'route', 'router', 'case', 'path'],
  actions: [
    { label: 'Send items to one of several branches', parameters: { mode: 'rules' } },
    { label: 'Choose a branch by an expression', parameters: { mode: 'expression' } },
  ],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'route',
  subtitle: (raw, say) =>
    raw.mode === 'expression'
      ? shownValue(raw.output) || say('by expression')
      : lengthOf(raw.rules) === 0
        ? ''
        : counted(say, lengthOf(raw.rules), '1 rule', '{count} rules'),
  effect: 'pure',
  outputs: outputsOf,
  parameters,
  async run(ctx) {
    const outputs: Item[][] = outputsOf(ctx.raw).map(() => []);
    for (const [index, item] of ctx.items.entries()) {
      try {
        const taken = await outputsFor(ctx, index, outputs.length);
        for (const output of taken) outputs[output]?.push({ ...item, pairedItem: { item: index } });
      } catch (error) {
        if (!ctx.continueOnFail) throw error;
        outputs[0]?.push({ json: { error: errorMessage(error) }, pairedItem: { item: index } });
      }
    }
    return outputs;
  },
});

/** The outputs that an item takes, by number. */
async function outputsFor(ctx: SwitchContext, itemIndex: number, count: number): Promise<number[]> {
  const p = await ctx.parameters(itemIndex);
  if (p.mode === 'expression') return [existing(p.output, count, itemIndex)];
  const taken: number[] = [];
  for (const [place, rule] of p.rules.entries()) {
    const parameter = `rules[${place}].conditions`;
    const { regex, timezone } = ctx;
    if (!(await filterHolds(rule.conditions, { regex, timezone, itemIndex, parameter }))) continue;
    taken.push(rule.output === null ? place : existing(rule.output, count, itemIndex));
    if (!p.allMatching) return taken;
  }
  if (taken.length > 0 || p.fallback === 'none') return taken;
  return [p.fallback === 'extra' ? count - 1 : existing(p.fallbackOutput, count, itemIndex)];
}

function existing(output: unknown, count: number, itemIndex: number): number {
  const number = typeof output === 'string' && output.trim() !== '' ? Number(output) : output;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number < count) return number;
  throw new NodeFault(`There is no output ${String(output)}; outputs are numbered from 0 to ${count - 1}`, {
    code: 'switch.output',
    itemIndex,
    retryable: false,
  });
}

function outputsOf(raw: JsonObject): { name: string }[] {
  const rules = raw.mode !== 'expression' && Array.isArray(raw.rules) ? (raw.rules as JsonObject[]) : [];
  const asked = typeof raw.outputs === 'number' ? raw.outputs : raw.mode === 'expression' ? 4 : rules.length;
  const count = Math.min(MAX_OUTPUTS, Math.max(1, Math.trunc(asked) || 0));
  const outputs = Array.from({ length: count }, (_, place) => ({ name: nameOf(rules[place], place) }));
  if (raw.mode !== 'expression' && raw.fallback === 'extra') {
    outputs.push({ name: typeof raw.fallbackName === 'string' && raw.fallbackName ? raw.fallbackName : 'fallback' });
  }
  return outputs;
}

function nameOf(rule: JsonObject | undefined, place: number): string {
  return typeof rule?.name === 'string' && rule.name !== '' ? rule.name : String(place);
}
