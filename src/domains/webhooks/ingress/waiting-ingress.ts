import { Injectable } from '@nestjs/common';
import type { PlanNode, Suspension } from '@orchestrator/engine';
import { Problem } from '../../../http/problem.js';
import { WebhookOrigins } from '../../../http/webhook-origins.js';
import { isUuid } from '../../../infrastructure/database/uuid.js';
import { Resumer, type StandingRun } from '../../executions/runs/resumer.js';
import { callSettings } from '../settings/call-settings.js';
import { WebhooksService } from '../webhooks.service.js';
import { type Call, calledPath, type Target } from './call.js';
import { CallReader } from './call-reader.js';
import { allowOrigin, answerPreflight } from './cors.js';
import { Responder, requireResponseNode } from './responder.js';

type WantedCall = NonNullable<Suspension['webhook']>;

/** Takes the calls of /webhook-waiting, which let a run go on that waits for one. */
@Injectable()
export class WaitingIngress {
  constructor(
    private readonly resumer: Resumer,
    private readonly reader: CallReader,
    private readonly responder: Responder,
    private readonly origins: WebhookOrigins,
    private readonly webhooks: WebhooksService,
  ) {}

  /** @throws Problem 404, 409 when nothing waits at the address; the run is then left as it is */
  async take(call: Call): Promise<void> {
    const { request, reply } = call;
    const [id = '', ...rest] = (calledPath(request.url)?.path ?? '').split('/');
    const run = isUuid(id) ? await this.resumer.look(id) : undefined;
    if (!run || !(await this.isCalledAt(request.place.tenant, run.tenantId))) throw notFound(id);
    const { node, wanted } = waitingFor(run);
    if (rest.join('/') !== (wanted.suffix ?? '')) throw notFound(request.url.split('?')[0] as string);
    const settings = callSettings(node.node);
    const method = wanted.method ?? 'GET';
    allowOrigin(request, reply, settings.rules.origins);
    if (request.method === 'OPTIONS' && method !== 'OPTIONS') return answerPreflight(request, reply, [method]);
    if (request.method !== method) {
      throw new Problem(
        404,
        'webhook.not_found',
        `The run waits for a ${method} call here, not for ${request.method}.`,
      );
    }
    const target: Target = {
      tenantId: run.tenantId,
      workflowId: run.workflow.id,
      plan: run.plan,
      node,
      parameters: {},
      url: `${this.originOf(request.place.tenant)}/webhook-waiting/${[id, ...rest].join('/')}`,
      test: run.mode === 'manual',
    };
    const { item } = await this.reader.read(call, target, settings, id);
    if (settings.answer.mode === 'responseNode') requireResponseNode(target);
    const live = await this.resumer.goOn(run, [
      { t: 'resumed', at: Date.now(), resume: { kind: 'webhook', items: [item] } },
    ]);
    if (!live)
      throw new Problem(409, 'webhook.not_waiting', 'The run has gone on in between: it takes no further call.');
    if (settings.answer.mode === 'onReceived') return this.responder.atOnce(reply, run.tenantId, settings.answer);
    return this.responder.withResult(reply, target, settings.answer, live);
  }

  /** Whether runs of a tenant are called at the host that was: at another tenant's own origin none is. */
  private async isCalledAt(own: string | undefined, tenantId: string): Promise<boolean> {
    return own === undefined || (await this.webhooks.originOf(tenantId)).origin === this.originOf(own);
  }

  private originOf(own: string | undefined): string {
    return own === undefined ? this.origins.shared : this.origins.of(own);
  }
}

function waitingFor({ status, state }: StandingRun): { node: PlanNode; wanted: WantedCall } {
  const step = state.queue[0];
  const wanted = state.progress.suspended?.suspension.webhook;
  if (status === 'waiting' && step && wanted) return { node: step.node, wanted };
  const detail =
    state.finishedAt === undefined
      ? 'The run does not wait for a call just now.'
      : 'The run has ended already, so that nothing waits for this call.';
  throw new Problem(409, 'webhook.not_waiting', detail);
}

function notFound(what: string): Problem {
  return new Problem(404, 'webhook.not_found', `No run waits at '${what.slice(0, 200)}'.`);
}
