import type { NodeCall, NodeCatalog, NodeOutcome, NodeRunner, NodeShape } from '@orchestrator/engine';
import type { ExpressionEngine } from '@orchestrator/expression';
import type { NodeDefinition } from '@orchestrator/node-sdk';
import { type PreparedParameters, prepareParameters } from '@orchestrator/node-sdk';
import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { HostContext } from './context.js';
import type { NodeRegistry } from './node-registry.js';
import { failed, toOutcome } from './outcome.js';
import type {
  BlobAccess,
  CodeHost,
  CredentialSource,
  Globals,
  HttpSender,
  RequestSigner,
  StateReader,
} from './ports.js';
import { shapeOf } from './shape.js';

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  data?: JsonObject;
  executionId: string;
  node: string;
}

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
  clock: { now(): number };
  log?(line: LogLine): void;
}

/** The options, and what the host keeps prepared. */
export interface HostServices extends NodeHostOptions {
  prepared(node: WorkflowNode): PreparedNode;
}
interface PreparedNode {
  definition: NodeDefinition;
  prepared: PreparedParameters;
}

/** Runs nodes of the registered types: the engine's catalog and runner in one. */
export class NodeHost implements NodeCatalog, NodeRunner {
  private readonly services: HostServices;
  /** Documents are not changed in place, so what is prepared for a node holds as long as the node does. */
  private readonly preparedNodes = new WeakMap<WorkflowNode, PreparedNode>();

  constructor(options: NodeHostOptions) {
    this.services = { ...options, prepared: (node) => this.prepare(node) };
  }

  shape(node: WorkflowNode): NodeShape | undefined {
    const definition = this.services.registry.node(node.type, node.version);
    return definition && shapeOf(definition, node);
  }

  /** Runs a node once. A fault of the node is an outcome, never thrown. */
  async run(call: NodeCall): Promise<NodeOutcome> {
    try {
      const { definition, prepared } = this.prepare(call.node);
      const context = new HostContext(this.services, call, definition, prepared);
      if (!definition.run) return toOutcome(context, [context.items]);
      return toOutcome(context, await definition.run(context));
    } catch (error) {
      return failed(error);
    }
  }

  private prepare(node: WorkflowNode): PreparedNode {
    const known = this.preparedNodes.get(node);
    if (known) return known;
    const definition = this.services.registry.node(node.type, node.version);
    if (!definition) throw new Error(`There is no node type '${node.type}' of version ${node.version} here`);
    const made = { definition, prepared: prepareParameters(definition.parameters, node.parameters) };
    this.preparedNodes.set(node, made);
    return made;
  }
}
