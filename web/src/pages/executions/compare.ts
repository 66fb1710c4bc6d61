import type { JsonValue } from '@orchestrator/workflow';
import type { components } from '../../api/schema.d.ts';
import { type Path, pathText } from '../../editor/expression/paths.ts';

type Runs = components['schemas']['ExecutionDetail']['runs'];
type Step = Runs[string][number];

/** A step of two executions, side by side: the same run of the same node. */
export interface ComparedStep {
  node: string;
  run: number;
  one?: Step;
  other?: Step;
}

/** One difference between two values. */
export interface Difference {
  path: string;
  kind: 'added' | 'removed' | 'changed';
  before?: JsonValue;
  after?: JsonValue;
}

/** Differences that are listed; who has more sees that everything differs. */
const MOST = 200;
const DEEPEST = 20;

/** The steps of both, in the order in which the first ran them; those that only the second ran come behind. */
export function comparedSteps(one: Runs, other: Runs): ComparedStep[] {
  const rows = new Map<string, ComparedStep & { place: number }>();
  const put = (runs: Runs, side: 'one' | 'other', offset: number) => {
    for (const [node, list] of Object.entries(runs)) {
      for (const [run, step] of list.entries()) {
        const key = `${run}\n${node}`;
        const row = rows.get(key) ?? { node, run, place: offset + step.index };
        rows.set(key, { ...row, [side]: step });
      }
    }
  };
  put(one, 'one', 0);
  put(other, 'other', 1_000_000);
  return [...rows.values()].sort((a, b) => a.place - b.place).map(({ place: _, ...row }) => row);
}

/** Whether a step is only in one of them, or ended in another way: in another state, or with another error. */
export const endedOtherwise = ({ one, other }: ComparedStep): boolean =>
  !one || !other || one.status !== other.status || one.error?.message !== other.error?.message;

/** Where two values differ, field by field. */
export function differences(before: JsonValue | undefined, after: JsonValue | undefined): Difference[] {
  const found: Difference[] = [];
  walk(before, after, [], found);
  return found;
}

function walk(before: JsonValue | undefined, after: JsonValue | undefined, path: Path, found: Difference[]): void {
  if (found.length >= MOST || Object.is(before, after)) return;
  const at = pathText(path);
  if (before === undefined || after === undefined) {
    const kind = before === undefined ? 'added' : 'removed';
    found.push({
      path: at,
      kind,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
    return;
  }
  const bothObjects = isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after);
  if (!bothObjects || path.length >= DEEPEST) {
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push({ path: at, kind: 'changed', before, after });
    return;
  }
  const isList = Array.isArray(before);
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const get = (value: object) => (Object.hasOwn(value, key) ? (value as Record<string, JsonValue>)[key] : undefined);
    walk(get(before), get(after), [...path, isList ? Number(key) : key], found);
  }
}

const isObject = (value: JsonValue): value is JsonValue & object => typeof value === 'object' && value !== null;
