import type { NodeCall, NodeRunRecord } from '@orchestrator/engine';
import type { EvaluationScope } from '@orchestrator/expression';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { type DocumentIndex, indexOf } from './document-index.js';
import type { Globals } from './ports.js';

/**
 * What expressions of one run of a node can see. One object serves all items: `itemIndex` moves along. Getters keep
 * the parts that few expressions read from costing those that don't.
 */
export class CallScope implements EvaluationScope {
  itemIndex = 0;
  extra?: Readonly<Record<string, unknown>>;
  readonly items: readonly Item[];
  readonly source;
  readonly runIndex: number;
  /** What expressions took so far, as far as it is worth counting. Views of this scope share it. */
  readonly used = { milliseconds: 0 };
  private readonly index: DocumentIndex;

  constructor(
    private readonly call: NodeCall,
    private readonly globals: Globals,
    readonly now: () => number,
  ) {
    const first = Math.max(
      0,
      call.inputs.findIndex((items) => items !== null && items.length > 0),
    );
    this.items = call.inputs[first] ?? [];
    this.source = call.sources[first] ?? null;
    this.runIndex = call.runIndex;
    this.index = indexOf(call.document);
  }

  spent(milliseconds: number): void {
    this.used.milliseconds += milliseconds;
  }

  get node() {
    const { id, name, type, version, parameters, webhookId, position } = this.call.node;
    return { id, name, type, version, parameters, webhookId, position };
  }
  get workflow() {
    return this.call.run.workflow;
  }
  get execution(): ScopeExecution {
    return new ScopeExecution(this.call, this.globals);
  }
  get mode() {
    return this.call.run.mode;
  }
  get timezone() {
    return this.call.run.timezone;
  }
  get env() {
    return this.globals.env;
  }
  get vars() {
    return this.globals.vars(this.call.run.tenantId);
  }
  nodeByName(name: string) {
    return this.index.byName.get(name);
  }
  parentsOf(name: string): readonly string[] {
    return this.index.parents(name);
  }
  runsOf(name: string): readonly NodeRunRecord[] {
    return this.call.data.runs(name);
  }
  contextOf(name: string): JsonObject {
    const memory = name === this.call.node.name ? this.call.memory : this.call.data.memoryOf?.(name);
    return memory ?? {};
  }
}

/**
 * `$execution`. Its addresses are worked out when they are asked for. A class, since an object literal with a getter has a
 * shape of its own each time it is made, which costs garbage collection more than the rest of a small run.
 */
class ScopeExecution {
  constructor(
    private readonly call: NodeCall,
    private readonly globals: Globals,
  ) {}

  get id(): string {
    return this.call.run.executionId;
  }
  get mode(): 'test' | 'production' {
    const { mode } = this.call.run;
    return mode === 'manual' || mode === 'cli' ? 'test' : 'production';
  }
  get resumeUrl(): string | undefined {
    return this.resumeAddress('webhook-waiting');
  }
  get resumeFormUrl(): string | undefined {
    return this.resumeAddress('form-waiting');
  }
  get customData(): Readonly<Record<string, string>> {
    return this.call.customData;
  }

  private resumeAddress(room: string): string | undefined {
    const { executionId, resumeBaseUrl } = this.call.run;
    if (resumeBaseUrl === undefined) return undefined;
    const token = this.globals.resumeToken?.(executionId, this.call.callWait);
    return [resumeBaseUrl, room, executionId, ...(token === undefined ? [] : [token])].join('/');
  }
}
