import { Injectable } from '@nestjs/common';
import { buildPlan, type Plan } from '@orchestrator/engine';
import type { WorkflowDocument } from '@orchestrator/workflow';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { NodeCatalogService } from '../nodes/node-catalog.service.js';
import { DocumentRules } from './document-rules.js';

/** Versions kept ready to run; the least lately used one goes first. */
const MAX_PLANS = 500;

/**
 * The plans of workflow versions, made once and kept. A version never changes once it is saved, so nothing here grows
 * stale; which version is live is asked elsewhere.
 */
@Injectable()
export class Plans {
  private readonly known = new Map<string, { plan?: Plan; loading: Promise<Plan | undefined> }>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly catalog: NodeCatalogService,
    private readonly rules: DocumentRules,
  ) {}

  /** The plan of a saved version; `undefined` when there is no such version. */
  of(tenantId: string, workflowId: string, version: number): Promise<Plan | undefined> {
    const key = keyOf(tenantId, workflowId, version);
    let entry = this.known.get(key);
    if (entry) this.known.delete(key);
    else entry = this.entry(key, tenantId, workflowId, version);
    this.known.set(key, entry);
    if (this.known.size > MAX_PLANS) this.known.delete(this.known.keys().next().value as string);
    return entry.loading;
  }

  /** The plan of a version that has been asked for lately; `undefined`: ask `of`. */
  ready(tenantId: string, workflowId: string, version: number): Plan | undefined {
    const key = keyOf(tenantId, workflowId, version);
    const entry = this.known.get(key);
    // Its place in the order matters only once some have to go.
    if (entry && this.known.size > MAX_PLANS / 2) {
      this.known.delete(key);
      this.known.set(key, entry);
    }
    return entry?.plan;
  }

  private entry(key: string, tenantId: string, workflowId: string, version: number) {
    const entry: { plan?: Plan; loading: Promise<Plan | undefined> } = {
      loading: this.load(key, tenantId, workflowId, version),
    };
    entry.loading.then(
      (plan) => {
        entry.plan = plan;
      },
      () => {}, // whoever waits for it hears of it
    );
    return entry;
  }

  /**
   * The plan of a document that is not saved (a sub-workflow given in place), of either format.
   * @throws Problem 422 naming what is wrong with it
   */
  async ofGiven(tenantId: string, given: unknown): Promise<Plan> {
    const { workflow } = await this.rules.read(tenantId, given, 'run');
    return this.ofDocument(await this.rules.readable(tenantId, workflow, 'run'));
  }

  private ofDocument(document: WorkflowDocument): Plan {
    return buildPlan(document, this.catalog);
  }

  private async load(key: string, tenantId: string, workflowId: string, version: number): Promise<Plan | undefined> {
    try {
      const [row]: { document: WorkflowDocument }[] = await this.work.asEngine((tx) =>
        tx.query('select document from workflow_versions where tenant_id = $1 and workflow_id = $2 and version = $3', [
          tenantId,
          workflowId,
          version,
        ]),
      );
      if (row) return this.ofDocument(row.document);
    } catch (error) {
      this.known.delete(key);
      throw error;
    }
    this.known.delete(key); // what is not there now may be saved later
    return undefined;
  }
}

const keyOf = (tenantId: string, workflowId: string, version: number) => `${tenantId}/${workflowId}/${version}`;
