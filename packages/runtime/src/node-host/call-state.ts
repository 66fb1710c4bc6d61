import type { NodeCall, StateWrite } from '@orchestrator/engine';
import { NodeFault, type NodeState } from '@orchestrator/node-sdk';
import type { JsonValue } from '@orchestrator/workflow';
import type { StateReader } from './ports.js';

/** State as one run of a node sees it: what is committed, what this execution wrote before, what it writes now. */
export class CallState implements NodeState {
  readonly writes: StateWrite[] = [];
  constructor(
    private readonly call: NodeCall,
    private readonly committed: StateReader,
  ) {}

  async get(scope: StateWrite['scope'], key: string): Promise<JsonValue | undefined> {
    const written = this.find(this.writes, scope, key) ?? this.find(this.call.writes, scope, key);
    if (written) return written.value ?? undefined;
    if (scope === 'execution') return this.call.customData[key];
    return this.committed.read(this.call, scope, key);
  }

  async set(scope: StateWrite['scope'], key: string, value: JsonValue | null): Promise<void> {
    if (scope === 'execution' && typeof value !== 'string') {
      throw new NodeFault(`Custom data of an execution is text, but '${key}' is not`, {
        code: 'state.type',
        retryable: false,
      });
    }
    this.writes.push(scope === 'node' ? { scope, node: this.call.node.name, key, value } : { scope, key, value });
  }

  private find(writes: readonly StateWrite[], scope: StateWrite['scope'], key: string): StateWrite | undefined {
    const node = scope === 'node' ? this.call.node.name : undefined;
    return writes.findLast((write) => write.scope === scope && write.key === key && write.node === node);
  }
}
