import type { Clock } from '@orchestrator/engine';
import type { ExpressionEngine } from '@orchestrator/expression';
import type { NodeDefinition, PreparedParameters } from '@orchestrator/node-sdk';
import type { WorkflowNode } from '@orchestrator/workflow';
import type { NodeRegistry } from './node-registry.js';
import type {
  BlobAccess,
  CodeHost,
  CredentialSource,
  Globals,
  HttpSender,
  RequestSigner,
  StateReader,
} from './ports.js';

/** What a node host is built from. */
export interface NodeHostOptions {
  registry: NodeRegistry;
  /** The expression engine of a tenant: each has the sandbox's share of its own. */
  expressions(tenantId: string): ExpressionEngine;
  code: CodeHost;
  http: HttpSender;
  sign: RequestSigner;
  blobs: BlobAccess;
  credentials: CredentialSource;
  state: StateReader;
  globals: Globals;
  clock: Pick<Clock, 'now' | 'yield'>;
}

/** A node with its type looked up and its parameters ready to be read. */
export interface PreparedNode {
  definition: NodeDefinition;
  prepared: PreparedParameters;
}

/** The options, and what the host keeps prepared. */
export interface HostServices extends NodeHostOptions {
  /** @throws when the node's type is not known here */
  prepared(node: WorkflowNode): PreparedNode;
}
