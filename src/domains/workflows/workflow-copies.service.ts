import { Injectable } from '@nestjs/common';
import { FORMAT_VERSION, type WorkflowDocument } from '@orchestrator/workflow';
import type { Principal } from '../../http/principal.js';
import { withoutFacts } from './workflow-view.js';
import { WorkflowsService } from './workflows.service.js';

/** As long as a workflow's name may be. */
const NAME_LIMIT = 200;
const COPY = ' (copy)';

/** Workflows taken out and put in again: as documents, and as copies of their own. */
@Injectable()
export class WorkflowCopies {
  constructor(private readonly workflows: WorkflowsService) {}

  /** Copies the newest version into a new workflow, switched off, in the same folder unless another is named. */
  async duplicate(caller: Principal, id: string, to: { name?: string; folderId?: string | null }) {
    const original = await this.workflows.get(caller.tenantId, id);
    const name = to.name ?? `${original.name.slice(0, NAME_LIMIT - COPY.length)}${COPY}`;
    const folderId = to.folderId === undefined ? original.folderId : to.folderId;
    return this.workflows.copy(caller, original, name, folderId);
  }

  /**
   * The documents of these workflows, in this order, their newest versions, as they can be imported again.
   * @throws Problem 404 when one is not there
   */
  async *documents(tenantId: string, ids: Iterable<string>): AsyncGenerator<WorkflowDocument> {
    for (const id of ids) {
      const document = withoutFacts({ ...(await this.workflows.get(tenantId, id)) });
      yield { ...document, formatVersion: FORMAT_VERSION } as WorkflowDocument;
    }
  }
}
