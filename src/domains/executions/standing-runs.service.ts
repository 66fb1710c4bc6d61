import { Injectable } from '@nestjs/common';
import type { Answer, Resume, RunEvent } from '@orchestrator/engine';
import type { Item } from '@orchestrator/workflow';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';
import type { AnswerBody, ResumeBody } from './dto/run-body.js';
import { givenItems } from './given-items.js';
import type { ExecutionStatus } from './journal/journal-entry.js';
import { Resumer, type StandingRun } from './runs/resumer.js';
import { RunHost } from './runs/run-host.js';

/** What a person does to a run that goes, waits or is in doubt: stop it, let it go on, settle what nobody knows. */
@Injectable()
export class StandingRuns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly host: RunHost,
    private readonly resumer: Resumer,
    private readonly audit: AuditService,
  ) {}

  /** Asks a run to stop, and what it has started and waits for. What they are doing may still come to its end. */
  async cancel(caller: Principal, id: string): Promise<{ executionId: string }> {
    const run = await this.look(caller.tenantId, id);
    if (run.state.finishedAt !== undefined) throw Problem.conflict('execution.ended', 'The run has ended already.');
    const asked = await this.work.inTenant(caller.tenantId, async (tx) => {
      const [rows]: [{ id: string }[], number] = await tx.query(
        // With what it has started and waits for.
        `with recursive down as (
           select id from executions where id = $1 union all select e.id from executions e join down on e.parent_id = down.id
         )
         update executions set cancel_requested = true where id in (select id from down) and finished_at is null returning id`,
        [id],
      );
      await this.audit.record(tx, caller.tenantId, caller, {
        action: 'execution.cancelled',
        target: { type: 'execution', id },
      });
      return rows;
    });
    for (const { id: each } of asked) await this.stop(each);
    return { executionId: id };
  }

  /** Settles a step of which nobody knows whether it took effect. */
  async answer(caller: Principal, id: string, body: AnswerBody): Promise<{ executionId: string }> {
    const run = await this.look(caller.tenantId, id);
    if (run.status !== 'in_doubt') throw Problem.conflict('execution.not_in_doubt', 'No step of this run is in doubt.');
    const answer: Answer =
      body.answer === 'done' ? { kind: 'done', outputs: [doneItems(run, body)] } : { kind: body.answer };
    await this.record(caller, id, 'execution.answered', { answer: body.answer });
    await this.goOn(run, { t: 'answered', at: Date.now(), answer }, 'Somebody else has answered in between.');
    return { executionId: id };
  }

  /**
   * Lets a run go on that waits for its time or for a call: as if the time had passed, or, with items, as if a call had
   * brought them.
   */
  async resume(caller: Principal, id: string, body: ResumeBody): Promise<{ executionId: string }> {
    const run = await this.look(caller.tenantId, id);
    const resume = resumeOf(run, body.items && givenItems(body.items));
    await this.record(caller, id, 'execution.resumed', { node: run.state.queue[0]?.node.name ?? '' });
    await this.goOn(run, { t: 'resumed', at: Date.now(), resume }, 'The run has gone on in between.');
    return { executionId: id };
  }

  private record(caller: Principal, id: string, action: string, after: Record<string, string>): Promise<void> {
    return this.work.inTenant(caller.tenantId, (tx) =>
      this.audit.record(tx, caller.tenantId, caller, { action, target: { type: 'execution', id }, after }),
    );
  }

  private async goOn(run: StandingRun, event: RunEvent, tooLate: string): Promise<void> {
    if (!(await this.resumer.goOn(run, [event]))) throw Problem.conflict('execution.moved_on', tooLate);
  }

  /** Ends a run here, or where it stands; another instance that drives it looks every second whether it is to stop. */
  private async stop(id: string): Promise<void> {
    if (this.host.cancel(id)) return;
    const run = await this.resumer.look(id);
    if (run && STANDING.includes(run.status)) await this.resumer.end(run);
  }

  private async look(tenantId: string, id: string): Promise<StandingRun> {
    const run = await this.resumer.look(id);
    if (run?.tenantId !== tenantId) throw Problem.notFound('execution', id);
    return run;
  }
}

/** States of runs that nobody drives. */
const STANDING: readonly ExecutionStatus[] = ['queued', 'waiting', 'in_doubt'];

/** What a step gave of which a person says that it happened: what they say, or else what went into it. */
function doneItems({ state }: StandingRun, { items }: AnswerBody): readonly Item[] {
  return items ? givenItems(items) : (state.queue[0]?.inputs[0] ?? []);
}

/** @throws Problem 409 when the run waits for nothing that a person may bring about */
function resumeOf({ status, state }: StandingRun, items: readonly Item[] | undefined): Resume {
  const suspension = state.progress.suspended?.suspension;
  if (status !== 'waiting' || state.finishedAt !== undefined) {
    throw Problem.conflict('execution.not_waiting', 'The run does not wait just now.');
  }
  if (!suspension) {
    throw Problem.conflict(
      'execution.waits_to_retry',
      'The run waits to try a step again, and does so by itself. Cancel and retry it to try at once.',
    );
  }
  if (suspension.children) {
    throw Problem.conflict(
      'execution.waits_for_children',
      'The run waits for sub-workflows: let those go on, and it goes on with their results.',
    );
  }
  if (items === undefined) return { kind: 'timer' };
  if (!suspension.webhook) {
    throw Problem.conflict(
      'execution.waits_for_time',
      'The run waits for its time, so it takes no items: leave them out.',
    );
  }
  return { kind: 'webhook', items };
}
