import { Injectable } from '@nestjs/common';
import type { WorkflowDocument } from '@orchestrator/workflow';
import type { EntityManager } from 'typeorm';

/** A version of a workflow that becomes, or is, live. */
export interface LiveVersion {
  tenantId: string;
  workflowId: string;
  version: number;
  document: WorkflowDocument;
}

/** What a listener tells the one who activates, by the name it has in the answer. */
export type ActivationFacts = Readonly<Record<string, unknown>>;

/**
 * Who has to know what is live: webhooks write their addresses, schedules their next times. Both are called in the
 * transaction that makes the version live or takes it back, so that all of it is there, or none.
 */
export interface ActivationListener {
  /**
   * @returns what the one who activates is told beside the facts of the workflow, such as its addresses
   * @throws Problem when the version can't go live, such as for a path that is taken
   */
  activate(tx: EntityManager, live: LiveVersion): Promise<ActivationFacts | undefined> | Promise<void>;
  deactivate(tx: EntityManager, tenantId: string, workflowId: string): Promise<void>;
}

/** The listeners, which register themselves when their modules start: this domain knows none of them. */
@Injectable()
export class Activations implements ActivationListener {
  private readonly listeners: ActivationListener[] = [];

  add(listener: ActivationListener): void {
    this.listeners.push(listener);
  }

  async activate(tx: EntityManager, live: LiveVersion): Promise<ActivationFacts> {
    const facts: Record<string, unknown> = {};
    for (const listener of this.listeners) Object.assign(facts, (await listener.activate(tx, live)) ?? {});
    return facts;
  }

  async deactivate(tx: EntityManager, tenantId: string, workflowId: string): Promise<void> {
    for (const listener of this.listeners) await listener.deactivate(tx, tenantId, workflowId);
  }
}
