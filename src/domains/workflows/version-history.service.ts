import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import { WorkflowChanges } from './together/workflow-changes.events.js';

/** Automatic saves of one person within this time become one version: the last of them. */
const AUTOSAVE_WINDOW = '10 minutes';

/** Which versions of a workflow stay, and what they are called. */
@Injectable()
export class VersionHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly changes: WorkflowChanges,
  ) {}

  /** Gives a version a name, or takes it away. @throws Problem 404 */
  async label(caller: Principal, workflowId: string, version: number, label: string | null): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const [, count]: [unknown, number] = await tx.query(
        'update workflow_versions set label = $3 where workflow_id = $1 and version = $2',
        [workflowId, version, label],
      );
      if (count === 0) throw new Problem(404, 'workflow.version_not_found', `There is no version ${version}.`);
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'workflow.version_labelled',
        target: { type: 'workflow', id: workflowId },
        after: { version, label },
      });
      await this.changes.tell(tx, caller.tenantId, workflowId, caller, { type: 'versions' });
    });
  }

  /** Something runs this version, or listens for a call with it: from now on it stays. */
  async keep(tenantId: string, workflowId: string, version: number): Promise<void> {
    await this.work.inTenant(tenantId, (tx) =>
      tx.query('update workflow_versions set kept = true where workflow_id = $1 and version = $2 and not kept', [
        workflowId,
        version,
      ]),
    );
  }

  /**
   * Lets the version before make room when this save and that one are automatic ones of the same person within a short
   * time. The number goes on all the same, so that nobody overwrites what they have not seen.
   * @returns since when the row of automatic saves goes; nothing when it begins now
   */
  async makeRoom(
    tx: EntityManager,
    workflowId: string,
    before: number,
    userId: string | null,
  ): Promise<Date | undefined> {
    const [rows]: [{ since: Date }[], number] = await tx.query(
      `delete from workflow_versions v using workflows w
       where v.workflow_id = $1 and v.version = $2 and w.tenant_id = v.tenant_id and w.id = v.workflow_id
         and v.autosaved_since > now() - interval '${AUTOSAVE_WINDOW}' and not v.kept and v.label is null
         and v.created_by is not distinct from $3 and w.active_version is distinct from v.version
       returning v.autosaved_since as since`,
      [workflowId, before, userId],
    );
    return rows[0]?.since;
  }
}

/**
 * Gives a version that goes live its number among those that ever were: the next one, or the one that it has already. It
 * stays from now on. The workflow's row is locked, so that no two get the same.
 */
export async function numberLive(tx: EntityManager, workflowId: string, version: number): Promise<number> {
  const [[row]]: [{ number: number }[], number] = await tx.query(
    `update workflow_versions v set kept = true, live_number = coalesce(v.live_number,
       (select coalesce(max(n.live_number), 0) + 1 from workflow_versions n where n.tenant_id = v.tenant_id and n.workflow_id = v.workflow_id))
     where v.workflow_id = $1 and v.version = $2 returning v.live_number as number`,
    [workflowId, version],
  );
  if (!row) throw new Problem(404, 'workflow.version_not_found', `There is no version ${version}.`);
  return row.number;
}
