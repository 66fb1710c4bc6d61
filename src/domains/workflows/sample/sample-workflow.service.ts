import { Injectable } from '@nestjs/common';
import { WebhookOrigins } from '../../../http/webhook-origins.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { WorkflowsService } from '../workflows.service.js';
import sample from './sample-workflow.json' with { type: 'json' };

/** Instances that start at the same time on a fresh database take turns by it. */
const SAMPLE_LOCK = 7_203_119;
/** A call that shows one of the two answers: the data that the sample's own trigger has pinned. */
const BODY = sample.pins.order[0]?.json.body;
const PATH = String(sample.nodes.find((node) => node.type === 'webhookTrigger')?.parameters.path);
/** A start does not wait longer for it. */
const RUN_LIMIT_MS = 3_000;

/** The workflow that a fresh installation has, ready to be called. */
@Injectable()
export class SampleWorkflow {
  constructor(
    private readonly work: UnitOfWork,
    private readonly workflows: WorkflowsService,
    private readonly origins: WebhookOrigins,
  ) {}

  /**
   * Makes the sample and sets it live, unless the tenant has a workflow already. A start that died halfway is made up
   * for by the next one.
   * @returns whether it was made now
   */
  async make(tenantId: string): Promise<boolean> {
    return this.work.inTenant(tenantId, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [SAMPLE_LOCK]);
      const [first]: { id: string; active: boolean }[] = await tx.query(
        'select id, active_version is not null as active from workflows where tenant_id = $1 order by id limit 1',
        [tenantId],
      );
      if (first?.active) return false;
      const id = first?.id ?? (await this.workflows.create({ tenantId }, sample)).id;
      await this.workflows.activate({ tenantId }, id);
      return true;
    });
  }

  /**
   * Calls the sample once as anybody would, so that whoever opens a fresh installation sees what a run looks like.
   * @param origin where this process listens, without a trailing slash
   */
  async runOnce(origin: string): Promise<void> {
    await fetch(`${origin}/webhook/${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(BODY),
      signal: AbortSignal.timeout(RUN_LIMIT_MS),
    }).then(
      (answer) => answer.text(),
      // It is there to be looked at; a start that could not run it is as good as any.
      () => undefined,
    );
  }

  /**
   * The line for a terminal that runs the sample, as long as it is live.
   */
  async call(tenantId: string): Promise<string | undefined> {
    const [live]: { slug: string }[] = await this.work.inTenant(tenantId, (tx) =>
      tx.query(
        `select t.slug from workflows w join tenants t on t.id = w.tenant_id
         where w.tenant_id = $1 and w.name = $2 and w.active_version is not null limit 1`,
        [tenantId, sample.name],
      ),
    );
    if (!live) return undefined;
    return `curl -X POST ${this.origins.addressOf(PATH, live.slug, true)} -H 'content-type: application/json' -d '${JSON.stringify(BODY)}'`;
  }
}
