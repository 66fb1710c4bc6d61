import type { Item, JsonValue } from '@orchestrator/workflow';
import type { ScopeSnapshot } from './snapshot.js';

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
export function codeGlobals(_snapshot: ScopeSnapshot, _hooks: CodeHooks = {}): Record<string, unknown> {
  return {};
}
