import { Injectable } from '@nestjs/common';
import type { NodeCatalog, NodeShape } from '@orchestrator/engine';
import { NodeRegistry, shapeOf } from '@orchestrator/runtime';
import type { WorkflowNode } from '@orchestrator/workflow';

/** The node types that this installation knows, as the engine asks for them. */
@Injectable()
export class NodeCatalogService implements NodeCatalog {
  constructor(private readonly registry: NodeRegistry) {}

  shape(node: WorkflowNode): NodeShape | undefined {
    const definition = this.registry.node(node.type, node.version);
    return definition && shapeOf(definition, node);
  }
}
