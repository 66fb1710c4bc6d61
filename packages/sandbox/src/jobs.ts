import type { EvaluationScope, ScopeSnapshot } from '@orchestrator/expression';
import type { CodeResult } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';

/** A script of a tenant, to be run once or once for each item. */
export interface CodeJob {
  /** Whose it is; the share of the pool is counted by it. Views made by `forTenant` fill it in. */
  tenantId: string;
  code: string;
  mode: 'all' | 'each';
  /** Globals as in the Code node, or as in n8n's older Function and Function Item nodes. */
  dialect?: 'code' | 'function' | 'functionItem';
  /** For `each`: the items to run it on. Default: all of the scope's. */
  itemIndexes?: readonly number[];
  scope: EvaluationScope | ScopeSnapshot;
  /** What `$getWorkflowStaticData` gives; copies go in, and what changed comes back. */
  staticData?: StaticData;
  /** Milliseconds for the whole job, waiting on timers included. */
  timeoutMs?: number;
  /** Stops the job, wherever it is; it fails with `sandbox.cancelled`. */
  signal?: AbortSignal;
}
export interface StaticData {
  global?: JsonObject;
  node?: JsonObject;
}
export interface CodeJobResult extends CodeResult {
  /** The kinds that the code changed, whole. */
  staticData?: StaticData;
  /** What `$execution.customData.set` wrote. */
  customData?: Record<string, string>;
}

/** A code job as it crosses the process boundary (JSON). */
export interface CodePayload {
  code: string;
  mode: 'all' | 'each';
  dialect: 'code' | 'function' | 'functionItem';
  itemIndexes?: readonly number[];
  snapshot: ScopeSnapshot;
  staticData?: StaticData;
  maxChars: number;
}
export interface EvaluatePayload {
  text: string;
  snapshot: ScopeSnapshot;
  maxChars: number;
}
export type RegexPayload = {
  operation: 'test' | 'matches' | 'replace' | 'split';
  pattern: string;
  flags: string;
  text: string;
  limit?: number;
  replacement?: string;
  maxChars: number;
};
