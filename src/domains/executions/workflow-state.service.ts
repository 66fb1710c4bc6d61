import { Injectable } from '@nestjs/common';
import type { StateReader } from '@orchestrator/runtime';
import type { JsonValue } from '@orchestrator/workflow';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';

/** What workflows and nodes keep from run to run, as it is committed. */
@Injectable()
export class WorkflowState implements StateReader {
  constructor(private readonly work: UnitOfWork) {}

  readonly read: StateReader['read'] = ({ run, node }, scope, key) =>
    this.work.asEngine(async (tx) => {
      const [row]: { value: JsonValue }[] = await tx.query(
        'select value from workflow_state where tenant_id = $1 and workflow_id = $2 and node = $3 and key = $4',
        [run.tenantId, run.workflow.id, scope === 'node' ? node.name : '', key],
      );
      return row?.value;
    });
}
