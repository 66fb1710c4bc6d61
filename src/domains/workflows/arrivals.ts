import { Injectable } from '@nestjs/common';
import type { WorkflowDocument } from '@orchestrator/workflow';
import type { EntityManager } from 'typeorm';

/** A document that has come in, as it is to be saved, and what a person has to know of that. */
export interface Arrived {
  document: WorkflowDocument;
  warnings: string[];
}

/** Who has a say in documents that do not come from the editor of their workflow. */
export interface ArrivalListener {
  /** An imported document keeps of what names it to the outside whatever is not another tenant's. */
  imported(tx: EntityManager, document: WorkflowDocument): Promise<Arrived>;
  /** A copy is named to the outside by nothing that the original is. */
  copied(document: WorkflowDocument): WorkflowDocument;
}

/** The listeners, which register themselves when their modules start: this domain knows none of them. */
@Injectable()
export class Arrivals implements ArrivalListener {
  private readonly listeners: ArrivalListener[] = [];

  add(listener: ArrivalListener): void {
    this.listeners.push(listener);
  }

  async imported(tx: EntityManager, document: WorkflowDocument): Promise<Arrived> {
    const arrived: Arrived = { document, warnings: [] };
    for (const listener of this.listeners) {
      const next = await listener.imported(tx, arrived.document);
      arrived.document = next.document;
      arrived.warnings.push(...next.warnings);
    }
    return arrived;
  }

  copied(document: WorkflowDocument): WorkflowDocument {
    return this.listeners.reduce((copy, listener) => listener.copied(copy), document);
  }
}
