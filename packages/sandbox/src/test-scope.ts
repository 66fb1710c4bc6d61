import type { ScopeSnapshot } from '@orchestrator/expression';
import type { JsonObject } from '@orchestrator/workflow';

/** A snapshot with the given items and nothing before them, for tests. */
export function snapshotOf(...jsons: JsonObject[]): ScopeSnapshot {
  return {
    items: jsons.map((json) => ({ json })),
    itemIndex: 0,
    runIndex: 0,
    source: null,
    node: { id: 'n', name: 'Code', type: 'code', version: 1, parameters: {} },
    workflow: { id: 'w', name: 'Test', active: false },
    execution: { id: 'e', mode: 'test', customData: {} },
    mode: 'manual',
    timezone: 'UTC',
    env: {},
    vars: {},
    now: Date.UTC(2026, 0, 1),
    nodes: {},
  };
}
