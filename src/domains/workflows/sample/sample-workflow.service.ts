import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { WorkflowsService } from '../workflows.service.js';
import sample from './sample-workflow.json' with { type: 'json' };

/** Instances that start at the same time on a fresh database take turns by it. */
const SAMPLE_LOCK = 7_203_119;
/** A call that shows one of the two answers. */
const BODY = { customer: 'Ada', price: 30, count: 4 };

/** The workflow that a fresh installation has, ready to be called. */
@Injectable()
export class SampleWorkflow {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workflows: WorkflowsService,
  ) {}

  /**
   * Makes the sample and sets it live, unless the tenant has a workflow already. A start that died halfway is made up
   * for by the next one.
   */
  async make(tenantId: string): Promise<void> {
    await this.work.inTenant(tenantId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SAMPLE_LOCK]);
      const [first]: { id: string; active: boolean }[] = await tx.query(
        'select id, active_version is not null as active from workflows where tenant_id = $1 order by id limit 1',
        [tenantId],
      );
      if (first?.active) return;
      const id = first?.id ?? (await this.workflows.create({ tenantId }, sample)).id;
      await this.workflows.activate({ tenantId }, id);
    });
  }

  /**
   * The line for a terminal that runs the sample, as long as it is live.
   * @param origin where webhooks are called, without a trailing slash
   */
  async call(tenantId: string, origin: string): Promise<string | undefined> {
    const live: unknown[] = await this.work.inTenant(tenantId, (tx) =>
      tx.query('select from workflows where tenant_id = $1 and name = $2 and active_version is not null limit 1', [
        tenantId,
        sample.name,
      ]),
    );
    if (live.length === 0) return undefined;
    const path = sample.nodes.find((node) => node.type === 'webhookTrigger')?.parameters.path;
    return `curl -X POST ${origin}/webhook/${path} -H 'content-type: application/json' -d '${JSON.stringify(BODY)}'`;
  }
}
