import { Injectable } from '@nestjs/common';
import type { PlanNode, Suspension } from '@orchestrator/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../http/problem.js';
import { WebhookOrigins } from '../../../http/webhook-origins.js';
import { isUuid } from '../../../infrastructure/database/uuid.js';
import { ResumeAddresses } from '../../executions/runs/resume-addresses.service.js';
import { Resumer, type StandingRun } from '../../executions/runs/resumer.js';
import type { Call, Target } from '../ingress/call.js';
import { CallReader } from '../ingress/call-reader.js';
import { allowOrigin, answerPreflight } from '../ingress/cors.js';
import { Responder, requireResponseNode } from '../ingress/responder.js';
import { type CallSettings, callSettings } from '../settings/call-settings.js';
import { WebhooksService } from '../webhooks.service.js';
import { sendPage } from './approval-page.js';
import { asSeen, isAnswerOfPage, isToBeAsked, opensPage } from './go-on.js';
import { type ResumePath, resumePath } from './resume-path.js';

type WantedCall = NonNullable<Suspension['webhook']>;

/** A run that waits for this call, and what it says of it. */
interface Waiting {
  run: StandingRun;
  wanted: WantedCall;
  target: Target;
  settings: CallSettings;
}

/** Methods that are opened rather than called: by people, and by all that looks at links for them. */
const OPENING = ['GET', 'HEAD'];

/** Takes the calls of /webhook-waiting, which let a run go on that waits for one. */
@Injectable()
export class WaitingIngress {
  constructor(
    private readonly addresses: ResumeAddresses,
    private readonly resumer: Resumer,
    private readonly reader: CallReader,
    private readonly responder: Responder,
    private readonly origins: WebhookOrigins,
    private readonly webhooks: WebhooksService,
  ) {}

  /**
   * Lets a run go on, or asks the person who opened its address whether it is to.
   * @throws Problem 404, 409 when nothing waits at the address; the run is then left as it is
   */
  async take(call: Call): Promise<void> {
    try {
      await this.takeCall(call);
    } catch (error) {
      if (!tellByPage(error, call.request, call.reply)) throw error;
    }
  }

  private async takeCall({ request, reply }: Call): Promise<void> {
    const path = resumePath(request.url);
    const waiting = await this.find(path, request.place.tenant);
    const { wanted, target, settings } = waiting;
    const method = wanted.method ?? 'GET';
    allowOrigin(request, reply, settings.rules.origins);
    if (request.method === 'OPTIONS') return answerPreflight(request, reply, [method]);
    const isAnswer = OPENING.includes(method) && isAnswerOfPage(request);
    const call: Call = { request: asSeen(request, path.query, isAnswer), reply };
    if (!isAnswer && request.method !== method && !(request.method === 'HEAD' && method === 'GET')) {
      const detail = `The run waits for a ${method} call here, not for ${request.method}.`;
      throw new Problem(404, 'webhook.not_found', detail);
    }
    const opens = !isAnswer && OPENING.includes(request.method);
    if (opens && (request.method !== method || isToBeAsked(request, settings.ask))) {
      await this.reader.admit(call, target, settings);
      return sendPage(request, reply, 'ask', 200);
    }
    return this.goOn(call, waiting);
  }

  private async goOn(call: Call, { run, target, settings }: Waiting): Promise<void> {
    const { item } = await this.reader.read(call, target, settings, run.id);
    if (settings.answer.mode === 'responseNode') requireResponseNode(target);
    const live = await this.resumer.goOn(run, [
      { t: 'resumed', at: Date.now(), resume: { kind: 'webhook', items: [item] } },
    ]);
    if (!live) throw notWaiting('The run has gone on in between: it takes no further call.');
    if (settings.answer.mode === 'onReceived') return this.responder.atOnce(call.reply, run.tenantId, settings.answer);
    return this.responder.withResult(call.reply, target, settings.answer, live);
  }

  /**
   * Nothing is read of a run for who can't show its address.
   * @param own slug of the tenant whose own origin was called
   */
  private async find({ executionId: id, rest }: ResumePath, own: string | undefined): Promise<Waiting> {
    const [token = '', ...suffix] = rest;
    const callWait = this.addresses.waitOf(id, token);
    const isSigned = callWait !== undefined;
    const isKnown = isUuid(id) && (isSigned || (await this.resumer.waitsUnsigned(id)));
    const run = isKnown ? await this.resumer.look(id) : undefined;
    if (!run || !(await this.isCalledAt(own, run.tenantId))) throw notFound();
    if (isSigned && callWait < run.state.callWaits) {
      throw notWaiting('The wait that this address is for is over: each address is good for one wait, once.');
    }
    const { node, wanted } = waitingFor(run);
    if ((isSigned ? suffix : rest).join('/') !== (wanted.suffix ?? '')) throw notFound();
    const target: Target = {
      tenantId: run.tenantId,
      workflowId: run.workflow.id,
      plan: run.plan,
      node,
      parameters: {},
      url: `${this.originOf(own)}/webhook-waiting/${[id, ...rest].join('/')}`,
      test: run.mode === 'manual',
    };
    return { run, wanted, target, settings: callSettings(node.node) };
  }

  /** Whether runs of a tenant are called at the host that was: at another tenant's own origin none is. */
  private async isCalledAt(own: string | undefined, tenantId: string): Promise<boolean> {
    return own === undefined || (await this.webhooks.originOf(tenantId)) === this.originOf(own);
  }

  private originOf(own: string | undefined): string {
    return own === undefined ? this.origins.shared : this.origins.of(own);
  }
}

function waitingFor({ status, state }: StandingRun): { node: PlanNode; wanted: WantedCall } {
  const step = state.queue[0];
  const wanted = state.progress.suspended?.suspension.webhook;
  if (status === 'waiting' && step && wanted) return { node: step.node, wanted };
  throw notWaiting(
    state.finishedAt === undefined
      ? 'The run does not wait for a call just now.'
      : 'The run has ended already, so that nothing waits for this call.',
  );
}

const notWaiting = (detail: string) => new Problem(409, 'webhook.not_waiting', detail);
const notFound = () =>
  new Problem(404, 'webhook.not_found', 'No run waits at this address. Check that all of it was copied.');

/** A person who opened a link is told by a page what a program is told by a problem document. */
function tellByPage(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
  if (!(error instanceof Problem) || !opensPage(request.headers)) return false;
  const kind = { 'webhook.not_waiting': 'over', 'webhook.not_found': 'unknown' }[error.code];
  if (kind !== 'over' && kind !== 'unknown') return false;
  sendPage(request, reply, kind, error.getStatus());
  return true;
}
