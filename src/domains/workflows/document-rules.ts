import { Injectable } from '@nestjs/common';
import { expressionRules } from '@orchestrator/expression';
import { ImportFault, type ReadDocument, readSteps } from '@orchestrator/n8n';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { NodeRegistry } from '@orchestrator/runtime';
import {
  type Fault,
  FORMAT_VERSION,
  type ValidationOptions,
  validationSteps,
  type WorkflowDocument,
} from '@orchestrator/workflow';
import { type FieldFault, Problem } from '../../http/problem.js';
import { type AskedBy, DocumentWork } from './document-work.js';
import type { TriggerKind } from './trigger-kinds.js';
import { withoutFacts } from './workflow-view.js';

/**
 * What a document has to be to be saved, and what to go live. A draft may be unfinished: what is missing, or a faulty
 * expression, is said with every save and stops it only from going live.
 */
@Injectable()
export class DocumentRules {
  private readonly options: ValidationOptions;

  constructor(
    private readonly registry: NodeRegistry,
    private readonly work: DocumentWork,
  ) {
    this.options = { nodeTypes: nodeTypeLookup(registry.allNodes()), expressions: expressionRules() };
  }

  /**
   * Reads an n8n or native document. A native one comes back as it is and still has to be checked.
   * @throws Problem 422 `workflow.import_failed` when it is neither, 429 as `readable`
   */
  async read(tenantId: string, body: unknown, by: AskedBy = 'call'): Promise<ReadDocument> {
    try {
      return await this.work.inTurns(tenantId, by, () => readSteps(body));
    } catch (error) {
      if (error instanceof ImportFault) throw Problem.invalid('workflow.import_failed', error.message);
      throw error;
    }
  }

  /**
   * A body as a document that can be saved.
   * @throws Problem 422 `workflow.invalid`: its shape, its size, its names and edges, and the types of its nodes;
   *   429 when too many documents of the tenant are looked at already
   */
  async readable(tenantId: string, body: unknown, by: AskedBy = 'call'): Promise<WorkflowDocument> {
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    const document = isObject
      ? { formatVersion: FORMAT_VERSION, settings: {}, ...withoutFacts(body as Record<string, unknown>) }
      : body;
    const faults = await this.faults(tenantId, document, by);
    const stopping = faults.filter((fault) => fault.severity === 'error' && !isUnfinished(fault));
    if (stopping.length > 0)
      throw Problem.invalid('workflow.invalid', "The workflow can't be saved as it is.", stopping.map(fieldFault));
    return document as WorkflowDocument;
  }

  /** Everything that stands in the way of going live, that nothing would ever start it included. */
  async faultsOfLive(tenantId: string, document: unknown): Promise<Fault[]> {
    const faults = await this.faults(tenantId, document);
    const isSound = faults.every((fault) => fault.severity !== 'error');
    return isSound && !this.isStarted(document as WorkflowDocument) ? [...faults, NO_TRIGGER] : faults;
  }

  /** @throws Problem 422 `workflow.not_ready` naming every fault */
  async ready(tenantId: string, document: WorkflowDocument): Promise<void> {
    const faults = await this.faults(tenantId, document);
    const errors = faults.filter((fault) => fault.severity === 'error');
    if (errors.length > 0)
      throw Problem.invalid('workflow.not_ready', "The workflow can't go live as it is.", errors.map(fieldFault));
    if (!this.isStarted(document)) throw Problem.invalid(NO_TRIGGER.rule, NO_TRIGGER.message);
  }

  /** The kinds of triggers that start a document, each once, in the order of its nodes. */
  triggersOf(document: WorkflowDocument): TriggerKind[] {
    const kinds = document.nodes
      .filter((node) => !node.disabled)
      .map((node) => this.registry.node(node.type, node.version)?.trigger?.kind);
    return [...new Set(kinds.filter((kind) => kind !== undefined))];
  }

  /** Everything that stands in the way of going live, and what only is worth a look. */
  private faults(tenantId: string, document: unknown, by: AskedBy = 'call'): Promise<Fault[]> {
    return this.work.inTurns(tenantId, by, () => validationSteps(document, this.options));
  }

  private isStarted(document: WorkflowDocument): boolean {
    return document.nodes.some((node) => !node.disabled && this.startsByItself(node.type, node.version));
  }

  private startsByItself(type: string, version: number): boolean {
    const trigger = this.registry.node(type, version)?.trigger;
    return trigger !== undefined && trigger.kind !== 'manual';
  }
}

const NO_TRIGGER: Fault = {
  field: 'nodes',
  rule: 'workflow.no_trigger',
  message: 'Nothing would ever start this workflow: add a trigger, such as a webhook or a schedule.',
  severity: 'error',
};

/**
 * Faults of what a person is still at: parameters, expressions, references, and edges at a port that a parameter took away
 * (an output of a Switch): nothing goes along them. Everything else breaks the document itself.
 */
function isUnfinished({ rule }: Fault): boolean {
  return rule === 'edge.port' || /^(parameter|expression|reference)\./.test(rule);
}

function fieldFault({ node, field, message }: Fault): FieldFault {
  return { field: node === undefined ? field : `${node}: ${field}`, message };
}
