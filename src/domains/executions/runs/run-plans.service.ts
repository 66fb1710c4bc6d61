import { Injectable } from '@nestjs/common';
import { childDocument, MAX_ANCESTORS, type Plan } from '@orchestrator/engine';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { Plans } from '../../workflows/plans.service.js';
import { readJournal } from '../journal/journal-reader.js';

/**
 * The version of a run whose workflow was given in place: it has no row of its own. The document is in the journal of
 * the parent that started the run, in the event by which it suspended.
 */
export const IN_PLACE_VERSION = 0;
/** Plans of such runs kept ready; the one that came first goes first, and is made again when it is asked for. */
const MAX_IN_PLACE = 200;

/** What has to be known of a run to find its plan. */
export interface PlannedRun {
  id: string;
  tenantId: string;
  workflowId: string;
  workflowVersion: number;
  parentId?: string | null;
  retryOf?: string | null;
}

/** The plan of an execution, wherever its document is kept: the one way to it for all that read or drive runs. */
@Injectable()
export class RunPlans {
  private readonly inPlace = new Map<string, Plan>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: Plans,
  ) {}

  /** The plan of a run; `undefined` when its version of the workflow, or the parent that gave it, is gone. */
  async of(run: PlannedRun): Promise<Plan | undefined> {
    if (run.workflowVersion !== IN_PLACE_VERSION) {
      return this.plans.of(run.tenantId, run.workflowId, run.workflowVersion);
    }
    const known = this.inPlace.get(run.id);
    if (known) return known;
    const plan = await this.find(run);
    if (plan) this.keep(run.id, plan);
    return plan;
  }

  /**
   * The plan of a document that a parent gives in place, kept for the run that it is for.
   * @throws Problem 422 naming what is wrong with it
   */
  async give(tenantId: string, executionId: string, document: unknown): Promise<Plan> {
    const plan = await this.plans.ofGiven(tenantId, document);
    this.keep(executionId, plan);
    return plan;
  }

  /** The executions above one, outermost first: they bound how deep sub-workflows call each other. */
  async ancestorsOf({ parentId }: Pick<PlannedRun, 'parentId'>): Promise<string[] | undefined> {
    if (!parentId) return undefined;
    const rows: { id: string }[] = await this.work.asEngine((tx) =>
      tx.query(
        `with recursive up as (
           select id, parent_id, 1 as height from executions where id = $1
           union all
           select e.id, e.parent_id, up.height + 1 from up join executions e on e.id = up.parent_id where up.height < $2
         ) select id from up order by height desc`,
        [parentId, MAX_ANCESTORS],
      ),
    );
    return rows.map((row) => row.id);
  }

  private async find(run: PlannedRun): Promise<Plan | undefined> {
    // A run again of such a run has no parent: the run that it repeats has.
    const sourceId = run.retryOf ?? run.parentId;
    const source = sourceId ? await this.rowOf(run.tenantId, sourceId) : undefined;
    const plan = source && (await this.of(source));
    if (!source || !plan || run.retryOf) return plan;
    const journal = await this.work.asEngine((tx) => readJournal(tx, source.id));
    const document = childDocument(plan, source.id, journal, run.id);
    return document && this.plans.ofGiven(run.tenantId, document);
  }

  private async rowOf(tenantId: string, id: string): Promise<PlannedRun | undefined> {
    const [row]: PlannedRun[] = await this.work.asEngine((tx) =>
      tx.query(
        `select id, tenant_id as "tenantId", workflow_id as "workflowId", workflow_version as "workflowVersion",
           parent_id as "parentId", retry_of as "retryOf"
         from executions where id = $1 and tenant_id = $2`,
        [id, tenantId],
      ),
    );
    return row;
  }

  private keep(executionId: string, plan: Plan): void {
    this.inPlace.set(executionId, plan);
    if (this.inPlace.size > MAX_IN_PLACE) this.inPlace.delete(this.inPlace.keys().next().value as string);
  }
}
