import { Injectable } from '@nestjs/common';
import { childStarts } from '@orchestrator/engine';
import { DomainEvents } from '../../../infrastructure/database/domain-events.js';
import { Resumer } from './resumer.js';
import { ENDED, SubWorkflows } from './sub-workflows.js';

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
    if ([...rows.values()].some((row) => !ENDED.includes(row.status))) return;
    // It asks for its children once more, and finds their results; what was never started is started, or refused, then.
    await this.resumer.goOn(parent, []);
  }
}
