import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../http/principal.js';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { Workflow } from '../workflow.entity.js';
import { Presence, type Present } from './presence.js';
import { type HeardChange, WorkflowChanges } from './workflow-changes.events.js';

/** How a workflow stands: told first, and again when changes may have been missed. */
interface Standing {
  type: 'state';
  name: string;
  version: number;
  activeVersion: number | null;
  liveNumber: number | null;
  folderId: string | null;
}

export type StreamEvent = HeardChange | Standing | { type: 'present'; people: Present[] };

/** What those who have a workflow open are told. */
@Injectable()
export class WorkflowStream {
  constructor(
    private readonly work: UnitOfWork,
    private readonly changes: WorkflowChanges,
    private readonly presence: Presence,
  ) {}

  /**
   * Begins to tell; nothing that is committed after this resolved is missed.
   * @param tell is first given how the workflow stands
   * @returns what ends it
   * @throws Problem 404 when the workflow is not there
   */
  async open(caller: Principal, workflowId: string, tell: (event: StreamEvent) => void): Promise<() => void> {
    const { tenantId } = caller;
    await this.standing(tenantId, workflowId);
    const endings: (() => void)[] = [];
    const end = () => {
      for (const each of endings.splice(0)) each();
    };
    /** What is heard before the stream has begun waits for its turn. */
    let waiting: StreamEvent[] | undefined = [];
    const pass = (event: StreamEvent) => (waiting ? waiting.push(event) : tell(event));
    const look = () => {
      this.standing(tenantId, workflowId).then(pass, () => {});
    };
    try {
      endings.push(await this.changes.listen(tenantId, workflowId, { heard: pass, missed: look }));
      tell(await this.standing(tenantId, workflowId));
      // An API key is nobody who sits before it.
      const person = caller.kind === 'user' && (await this.changes.somebody(tenantId, caller.userId));
      if (person) {
        endings.push(this.presence.enter(workflowId, person, (people) => pass({ type: 'present', people })));
      }
      const heard = waiting;
      waiting = undefined;
      for (const event of heard) tell(event);
      return end;
    } catch (error) {
      end();
      throw error;
    }
  }

  private standing(tenantId: string, id: string): Promise<Standing> {
    return this.work.inTenant(tenantId, async (tx) => {
      const row = await tx.findOneBy(Workflow, { id });
      if (!row) throw Problem.notFound('workflow', id);
      const { name, version, activeVersion, liveNumber, folderId } = row;
      return { type: 'state', name, version, activeVersion, liveNumber, folderId };
    });
  }
}
