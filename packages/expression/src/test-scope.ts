import type { Item } from '@orchestrator/workflow';
import type { EvaluationScope } from './scope.js';

/** What an expression on one item sees in a workflow without other nodes, for tests. */
export function scopeOf(item: Item, more: Partial<EvaluationScope> = {}): EvaluationScope {
  return {
    items: [item],
    itemIndex: 0,
    runIndex: 0,
    source: null,
    node: { id: 'n', name: 'Here', type: 'noOperation', version: 1, parameters: {} },
    nodeByName: () => undefined,
    parentsOf: () => [],
    runsOf: () => [],
    workflow: { id: 'w', name: 'Workflow', active: true },
    execution: { id: 'e', mode: 'test', customData: {} },
    mode: 'manual',
    timezone: 'UTC',
    now: () => Date.UTC(2026, 2, 8, 12),
    env: {},
    vars: {},
    ...more,
  };
}
