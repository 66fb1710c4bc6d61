import type { NodeCall, NodeCatalog, NodeOutcome, NodeRunner, NodeShape } from '@orchestrator/engine';
import { diagnoseExpression, type Evaluation, type ExpressionHint } from '@orchestrator/expression';
import { type Choice, NodeFault, prepareParameters } from '@orchestrator/node-sdk';
import type { WorkflowNode } from '@orchestrator/workflow';
import { CallScope } from './call-scope.js';
import { HostContext } from './context.js';
import { withPlace } from './fault-place.js';
import type { HostServices, NodeHostOptions, PreparedNode } from './host-services.js';
import { failed, toOutcome } from './outcome.js';
import { shapeOf } from './shape.js';

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

  /** Runs a node once; at once, when its type has nothing to do. A fault of the node is an outcome, never thrown. */
  run(call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
    let node: PreparedNode;
    try {
      node = this.prepare(call.node);
    } catch (error) {
      return failed(error);
    }
    if (!node.definition.run) return { kind: 'done', outputs: [call.inputs[0] ?? []] };
    return this.runNode(node, call);
  }

  /** What a text with expressions gives where the node of the call would read it. Never throws. */
  evaluate(call: NodeCall, text: string, itemIndex: number): Evaluation | Promise<Evaluation> {
    return this.services.expressions(call.run.tenantId).evaluate(text, this.scope(call, itemIndex));
  }

  /** Where a text with expressions goes wrong there, and what would mend it. Never throws. */
  diagnose(call: NodeCall, text: string, itemIndex: number): ExpressionHint[] {
    const names = call.document.nodes.map((node) => node.name);
    return diagnoseExpression(text, this.scope(call, itemIndex), names);
  }

  /**
   * Looks up the choices of a parameter, for a person who fills the node in.
   * @param loader one of the definition's `loaders`
   * @throws NodeFault when the node's type has no such loader, and whatever the loader throws
   */
  async choices(call: NodeCall, loader: string, search?: string): Promise<Choice[]> {
    const { definition, prepared } = this.prepare(call.node);
    const load = Object.hasOwn(definition.loaders ?? {}, loader) ? definition.loaders?.[loader] : undefined;
    if (!load)
      throw new NodeFault(`'${definition.label}' has no choices named '${loader}'`, { code: 'node.no_loader' });
    return load(new HostContext(this.services, call, definition, prepared), search);
  }

  private scope(call: NodeCall, itemIndex: number): CallScope {
    const scope = new CallScope(call, this.services.globals, this.services.clock.now);
    scope.itemIndex = itemIndex;
    return scope;
  }

  private runNode({ definition, prepared }: PreparedNode, call: NodeCall): NodeOutcome | Promise<NodeOutcome> {
    const context = new HostContext(this.services, call, definition, prepared);
    const failedHere = (thrown: unknown) =>
      failed(thrown, context.logs, (error) =>
        withPlace(error, definition, call.node.parameters, (text, itemIndex) => this.diagnose(call, text, itemIndex)),
      );
    try {
      const result = definition.run!(context);
      if (result instanceof Promise) return result.then((later) => toOutcome(context, later)).catch(failedHere);
      return toOutcome(context, result);
    } catch (error) {
      return failedHere(error);
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
