import type { Item } from './item.js';
import type { JsonObject } from './json.js';

/** The version of the document format that this code writes. */
export const FORMAT_VERSION = 1;

/**
 * What an edge carries. `main` carries items; every other kind lets its source *supply* a resource to its target, as a
 * model is supplied to an agent.
 */
export const EDGE_KINDS = [
  'main',
  'agent',
  'chain',
  'document',
  'embedding',
  'model',
  'memory',
  'parser',
  'retriever',
  'reranker',
  'splitter',
  'tool',
  'vectorStore',
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** One workflow, as it is stored, exported and reviewed. */
export interface WorkflowDocument {
  formatVersion: typeof FORMAT_VERSION;
  id?: string;
  name: string;
  description?: string;
  nodes: WorkflowNode[];
  edges: Edge[];
  settings: WorkflowSettings;
  /** Output that stands in for running a node in manual runs: node id to items of output 0. */
  pins?: Record<string, Item[]>;
  notes?: StickyNote[];
  groups?: NodeGroup[];
  tags?: string[];
}

export interface WorkflowNode {
  /** Stable over renames, unique in the document. */
  id: string;
  /** Unique in the document; expressions refer to nodes by name. */
  name: string;
  /** The node type, such as `httpRequest`; a plugin's is `plugin-name.nodeType`. */
  type: string;
  /** The version of the node type, a positive integer. */
  version: number;
  position: [x: number, y: number];
  /** A string that begins with `=` is an expression, at any depth. */
  parameters: JsonObject;
  /** Credential type to the credential in use. `id` is missing until a person has picked one. */
  credentials?: Record<string, CredentialRef>;
  disabled?: boolean;
  note?: string;
  retry?: RetryPolicy;
  /** Default `stop`. */
  onError?: OnError;
  /** Emit one empty item when the node gives none. */
  alwaysOutputData?: boolean;
  /** Run for the first item of each input only. */
  executeOnce?: boolean;
  /** The stable part of the addresses of a webhook, form or wait node. */
  webhookId?: string;
}

export interface CredentialRef {
  id?: string;
  name?: string;
}

/** `errorOutput` sends failing items to one more main output, behind the node's own. */
export type OnError = 'stop' | 'continue' | 'errorOutput';

export interface RetryPolicy {
  /** Attempts in all, the first included: 2 to 100. */
  maxTries: number;
  /** Milliseconds before the second attempt. */
  waitMs: number;
  /** How the wait grows. Default `fixed`. */
  backoff?: 'fixed' | 'exponential';
  /** Upper bound of one wait, in milliseconds. */
  maxWaitMs?: number;
}

/** From an output of one node to an input of another; nodes by id, ports by index among those of the same kind. */
export interface Edge {
  kind: EdgeKind;
  from: PortRef;
  to: PortRef;
}

export interface PortRef {
  node: string;
  /** 0 when left out. */
  port?: number;
}

export interface WorkflowSettings {
  /** IANA zone; the tenant's when left out. */
  timezone?: string;
  /** `v1`: depth first, by position. `v0`: breadth first (old n8n workflows). Default `v1`. */
  executionOrder?: 'v0' | 'v1';
  /** Id of the workflow that is run when this one fails. */
  errorWorkflow?: string;
  /** Seconds after which a run is stopped. */
  timeoutSeconds?: number;
  /** Who may call this workflow as a sub-workflow. Default `any` (of the same tenant). */
  callers?: 'any' | 'none' | string[];
  /** What is kept of ended runs. All default to `all`. */
  save?: { success?: SaveData; error?: SaveData; manual?: SaveData };
}
export type SaveData = 'all' | 'none';

export interface StickyNote {
  id: string;
  text: string;
  position: [x: number, y: number];
  size: [width: number, height: number];
  color?: number | string;
}

export interface NodeGroup {
  id: string;
  name: string;
  nodes: string[];
  description?: string;
}
