import { createHash } from 'node:crypto';
import { NodeFault, type NodeState } from '@orchestrator/node-sdk';
import type { JsonValue } from '@orchestrator/workflow';
import { parseDate } from '../date-time/parse-date.js';
import { canonicalText } from '../field-path/canonical-text.js';

/** Values kept when nobody says how many; n8n keeps as many. */
export const DEFAULT_HISTORY_SIZE = 10_000;
/** Bytes of a hash: enough that two different values among millions are not taken for one. */
const HASH_BYTES = 15;
const KEYS = { new: 'removeDuplicates.seen', higher: 'removeDuplicates.highest', later: 'removeDuplicates.latest' };

type Scope = 'node' | 'workflow';
interface Options {
  scope: Scope;
  historySize: number;
  timezone: string;
}

/**
 * Tells for each value whether no earlier execution saw it (`new`), or whether it is above all that were seen, and
 * remembers it. Values are compared with earlier executions alone: two equal new ones of one input are both kept.
 */
export async function keepNew(
  state: NodeState,
  values: readonly unknown[],
  keepWhen: 'new' | 'higher' | 'later',
  options: Options,
): Promise<boolean[]> {
  const key = KEYS[keepWhen];
  const stored = await state.get(options.scope, key);
  if (keepWhen === 'new') {
    const seen = Array.isArray(stored) ? (stored as string[]) : [];
    const hashes = values.map(hashOf);
    const fresh = [...new Set(hashes)];
    if (fresh.length > options.historySize) {
      throw new NodeFault(`There are ${fresh.length} values, more than the ${options.historySize} to remember`, {
        description: 'Raise "Values to remember", or hand on fewer items at a time.',
        retryable: false,
      });
    }
    const before = new Set(seen);
    const remembered = [...seen, ...fresh.filter((hash) => !before.has(hash))].slice(-options.historySize);
    await state.set(options.scope, key, remembered);
    return hashes.map((hash) => !before.has(hash));
  }
  const limit = typeof stored === 'number' ? stored : Number.NEGATIVE_INFINITY;
  const numbers = values.map((value, index) =>
    keepWhen === 'higher' ? numberOf(value, index) : dateOf(value, index, options.timezone),
  );
  const highest = numbers.reduce((max, each) => Math.max(max, each), limit);
  if (Number.isFinite(highest)) await state.set(options.scope, key, highest);
  return numbers.map((each) => each > limit);
}

/** Forgets everything that was remembered in a scope. */
export async function forgetSeen(state: NodeState, scope: Scope): Promise<void> {
  for (const key of Object.values(KEYS)) await state.set(scope, key, null);
}

/** Values are kept as hashes: they stay small, and what people's data said can't be read from them. */
function hashOf(value: unknown, index: number): string {
  if (value === undefined || value === null || value === '') throw missing(index);
  return createHash('sha256')
    .update(canonicalText(value as JsonValue))
    .digest()
    .subarray(0, HASH_BYTES)
    .toString('base64');
}

function numberOf(value: unknown, index: number): number {
  if (value === undefined || value === null || value === '') throw missing(index);
  const number = Number(value);
  if (!Number.isNaN(number)) return number;
  throw new NodeFault(`The value to compare has to be a number, but is "${String(value)}"`, { itemIndex: index });
}

function dateOf(value: unknown, index: number, timezone: string): number {
  if (value === undefined || value === null || value === '') throw missing(index);
  return parseDate(value, { zone: timezone, naiveZone: timezone, itemIndex: index }).toMillis();
}

function missing(index: number): NodeFault {
  return new NodeFault('An item has no value to compare', {
    description: `The value of item ${index} is empty. Check "Value".`,
    itemIndex: index,
  });
}
