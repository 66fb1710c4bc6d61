import { Injectable } from '@nestjs/common';
import { type ChildResult, childStarts } from '@orchestrator/engine';
import { DomainEvents } from '../../../infrastructure/database/domain-events.js';
import { Resumer } from './resumer.js';
import { type ChildRow, ENDED, SubWorkflows } from './sub-workflows.js';

/** Lets runs go on that wait for sub-workflows, when the last of these has ended. */
@Injectable()
export class ParentWaker {
  constructor(
    private readonly resumer: Resumer,
    private readonly subWorkflows: SubWorkflows,
    events: DomainEvents,
  ) {
    events.on('execution.children_moved', ({ payload }) => this.wake(String(payload.executionId)));
  }

  private async wake(parentId: string): Promise<void> {
    const parent = await this.resumer.look(parentId);
    if (parent?.status !== 'waiting') return;
    const ids = childStarts(parent.id, parent.state).map((child) => child.executionId);
    const rows = await this.subWorkflows.rowsOf(ids);
    if (ids.length === 0 || !ids.every((id) => ENDED.includes(rows.get(id)?.status ?? 'queued'))) return;
    const results: ChildResult[] = [];
    for (const id of ids) {
      const result = await this.subWorkflows.resultOf(parent.tenantId, rows.get(id) as ChildRow);
      if (result === 'later') return;
      results.push(result);
    }
    await this.resumer.goOn(parent, [{ t: 'resumed', at: Date.now(), resume: { kind: 'children', results } }]);
  }
}
