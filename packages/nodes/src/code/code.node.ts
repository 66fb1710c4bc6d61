import { type CodeResult, defineNode, eachItem, NodeFault, param } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { counted } from '../subtitle/counted.js';
import { de } from './code.de.js';
import { docs } from './code.docs.js';
import { functionItemsReturned, itemReturned, itemsReturned } from './returned-items.js';

type Failure = { message: string; line?: number };

/** Runs a script in an isolate of another process: once, or once for each item. */
export const code = defineNode({
  type: 'code',
  version: 1,
  label: 'Code',
  summary: 'Runs your own JavaScript on the items.',
  keywords: ['javascript', 'script', 'function', 'transform', 'custom'],
  actions: [
    { label: 'Run JavaScript once for all items', parameters: { mode: 'all' } },
    { label: 'Run JavaScript for each item', parameters: { mode: 'each', code: 'return $json;' } },
  ],
  docs,
  translations: { de },
  group: 'code',
  icon: 'code-xml',
  subtitle: (raw, say) =>
    `${raw.language === 'python' ? 'Python' : 'JavaScript'} · ${counted(say, lineCount(raw.code), '1 line', '{count} lines')}`,
  effect: 'pure',
  parameters: {
    mode: param.options({
      label: 'Run',
      literal: true,
      choices: [
        { value: 'all', label: 'Once for all items' },
        { value: 'each', label: 'Once for each item' },
      ],
      default: 'all',
    }),
    language: param.options({
      label: 'Language',
      literal: true,
      choices: [
        { value: 'javascript', label: 'JavaScript' },
        { value: 'python', label: 'Python', description: 'Kept from an import; it does not run here yet.' },
      ],
      default: 'javascript',
    }),
    code: param.code({ label: 'Code', language: 'javascript', default: 'return $input.all();' }),
    dialect: param.options({
      label: 'Dialect',
      description: "Globals and rules of n8n's older Function nodes, for what was imported from them.",
      literal: true,
      choices: [
        { value: 'code', label: 'Code' },
        { value: 'function', label: 'Function' },
        { value: 'functionItem', label: 'Function item' },
      ],
      default: 'code',
      show: { dialect: ['function', 'functionItem'] },
    }),
  },
  async run(ctx) {
    const mode = await ctx.parameter('mode', 0);
    if ((await ctx.parameter('language', 0)) === 'python') {
      throw new NodeFault('Python code does not run here.', {
        code: 'code.language',
        description: 'Rewrite the code in JavaScript.',
        retryable: false,
      });
    }
    const script = await ctx.parameter('code', 0);
    const dialect = dialectOf(ctx.raw.dialect);
    const perItem = dialect === 'functionItem' || (dialect === 'code' && mode === 'each');
    const places = [...ctx.items.keys()].filter((index) => !perItem || ctx.tries?.done(index) === undefined);
    const result = await ctx.code.javascript({
      code: script,
      mode: dialect === 'functionItem' ? 'each' : dialect === 'function' ? 'all' : mode,
      dialect,
      itemIndexes: places,
    });
    if (perItem) {
      const gave = new Map(places.map((index, at) => [index, itemOrFault(result.values[at], dialect, index)]));
      return eachItem(ctx, (_, index) => {
        const given = gave.get(index) ?? null;
        if (given instanceof NodeFault) throw given;
        return given;
      });
    }
    const only = result.values[0];
    if (only && 'error' in only) return [[failedItem(only.error, ctx.continueOnFail)]];
    if (dialect === 'code') return [itemsReturned(only?.value)];
    try {
      return [functionItemsReturned(only?.value)];
    } catch (error) {
      // The Function node counts a wrong result among its own faults; the Code node stops the node itself.
      return [[failedItem({ message: (error as Error).message }, ctx.continueOnFail)]];
    }
  },
});

/**
 * What the code gave for one item: `null` when it left that out, the fault when it failed there.
 * @throws NodeFault when it gave what is no item: that stops the node, whatever that is told to do after faults
 */
function itemOrFault(given: CodeResult['values'][number] | undefined, dialect: string, index: number) {
  if (!given || 'error' in given) return fault(given?.error ?? { message: 'The code gave nothing.' }, index);
  if (dialect === 'functionItem' && !hasJson(given.value)) {
    return fault({ message: 'The code returned nothing. Always return an object.' }, index);
  }
  return itemReturned(given.value, index) ?? null;
}

/** The item that stands for a fault of the code as a whole. @throws NodeFault when the node may not go on after one */
function failedItem(failure: Failure, goOn: boolean): Item {
  const failed = fault(failure);
  if (!goOn) throw failed;
  return { json: { error: failed.message }, error: { message: failed.message } };
}

function fault({ message, line }: Failure, itemIndex?: number): NodeFault {
  const places = [
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(itemIndex === undefined ? [] : [`for item ${itemIndex}`]),
  ];
  return new NodeFault(places.length > 0 ? `${message} [${places.join(', ')}]` : message, {
    code: 'code.failed',
    itemIndex,
    parameter: 'code',
    ...(line === undefined ? {} : { details: { line } }),
  });
}

function hasJson(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as Item).json === 'object';
}
function dialectOf(value: unknown): 'code' | 'function' | 'functionItem' {
  return value === 'function' || value === 'functionItem' ? value : 'code';
}

function lineCount(script: unknown): number {
  return typeof script === 'string' ? script.split('\n').length : 1;
}
