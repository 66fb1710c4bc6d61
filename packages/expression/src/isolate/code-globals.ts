import type { Item, JsonValue } from '@orchestrator/workflow';
import { DateTime, Duration, Interval, Settings } from 'luxon';
import type { EvaluationScope } from '../scope.js';
import { nativeGlobals } from './evaluate.js';
import { type ScopeSnapshot, scopeFromSnapshot } from './snapshot.js';

/** What the Code node can reach beyond its snapshot. Given by the sandbox; each may be left out. */
export interface CodeHooks {
  /** `$getWorkflowStaticData(kind)`: an object that the sandbox watches and writes back. */
  staticData?(kind: 'global' | 'node'): Record<string, JsonValue>;
  /** `$execution.customData.set(key, value)`. */
  setCustomData?(key: string, value: string): void;
  /** Items that `items` and `$input` give in place of the snapshot's (the code may change them). */
  items?: Item[];
}

/**
 * The globals that a Code node's script sees: `$input`, `$json`, `$('X')`, `items`, `item`, `$now`, `DateTime`,
 * `$jmespath`, `$getWorkflowStaticData` and so on. `console` is the sandbox's.
 */
export function codeGlobals(snapshot: ScopeSnapshot, hooks: CodeHooks = {}): Record<string, unknown> {
  const items = hooks.items ?? [...snapshot.items];
  const scope: EvaluationScope = { ...scopeFromSnapshot(snapshot), items };
  Settings.defaultZone = scope.timezone;
  const globals = nativeGlobals(scope);
  const { staticData } = hooks;
  const own = {
    DateTime,
    Duration,
    Interval,
    items,
    item: items[scope.itemIndex],
    $execution: codeExecution(scope, hooks),
    $getWorkflowStaticData: (kind: string) => {
      if (kind !== 'global' && kind !== 'node')
        throw new Error(`$getWorkflowStaticData() takes 'global' or 'node', not '${kind}'.`);
      return staticData?.(kind) ?? {};
    },
  };
  // Descriptors, not values: what a script doesn't read is not made.
  return Object.defineProperties(globals, Object.getOwnPropertyDescriptors(own));
}

/** `$execution` with custom data that can be written. */
function codeExecution({ execution }: EvaluationScope, { setCustomData }: CodeHooks): Record<string, unknown> {
  const { id, mode, resumeUrl, resumeFormUrl } = execution;
  const data: Record<string, string> = { ...execution.customData };
  const set = (key: string, value: unknown) => {
    data[String(key)] = String(value);
    setCustomData?.(String(key), String(value));
  };
  const customData = {
    set,
    setAll: (all: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(all)) set(key, value);
    },
    get: (key: string) => data[key],
    getAll: () => ({ ...data }),
  };
  return { id, mode, resumeUrl, resumeFormUrl, customData };
}
