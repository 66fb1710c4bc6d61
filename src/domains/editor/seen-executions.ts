import type { RunState } from '@orchestrator/engine';

/** While a person types, the same execution is asked for with every letter. */
const KEPT_MS = 60_000;
const MAX_KEPT = 32;
/** Larger ones are read anew each time, so that all that is kept stays below some 100 MB. */
const MAX_ITEM_BYTES = 3 * 1024 * 1024;

/** Ended executions that were looked at a moment ago. */
export class SeenExecutions {
  private readonly kept = new Map<string, { state: RunState; until: number }>();

  /** @param load reads the execution; that the tenant may see it is its business */
  async of(tenantId: string, id: string, load: () => Promise<RunState>): Promise<RunState> {
    const key = `${tenantId} ${id}`;
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.state;
    this.kept.delete(key);
    const state = await load();
    // What still runs changes.
    if (state.finishedAt !== undefined && state.itemBytes <= MAX_ITEM_BYTES) {
      this.kept.set(key, { state, until: Date.now() + KEPT_MS });
      if (this.kept.size > MAX_KEPT) this.kept.delete(this.kept.keys().next().value as string);
    }
    return state;
  }
}
