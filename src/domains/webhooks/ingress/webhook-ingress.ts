import { Injectable } from '@nestjs/common';
import type { RunMode } from '@orchestrator/engine';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../http/problem.js';
import { WebhookOrigins } from '../../../http/webhook-origins.js';
import { TooManyWaitingError } from '../../../infrastructure/fairness/fair-gate.js';
import { AddressesMovedError, type AddressProof } from '../../executions/runs/address-proof.js';
import { mayBeginUnproven } from '../../executions/runs/begin-unproven.js';
import type { LiveRun, RunRequest } from '../../executions/runs/run-request.js';
import { RunStarter } from '../../executions/runs/run-starter.js';
import { Plans } from '../../workflows/plans.service.js';
import type { Match, Route } from '../routing/choose-route.js';
import { LiveEpoch } from '../routing/live-epoch.js';
import { type Recalled, RouteTable } from '../routing/route-table.js';
import { type CallSettings, callSettings } from '../settings/call-settings.js';
import { TestWebhooks } from '../test-webhooks.service.js';
import { type Call, type CalledPath, calledPath, type Target } from './call.js';
import { CallReader } from './call-reader.js';
import { allowOrigin, answerPreflight, forgetOrigin } from './cors.js';
import { Responder, requireResponseNode } from './responder.js';

/** Seconds after which a caller may try again whose tenant has too many calls waiting. */
const RETRY_AFTER_SECONDS = 1;

const UNREADABLE =
  "No webhook has this path: it has '.' or '..' in place of a name, or characters that are not percent-encoded UTF-8.";

/** Takes the calls of /webhook and /webhook-test: finds what they lead to, runs it, and answers. */
@Injectable()
export class WebhookIngress {
  constructor(
    private readonly routes: RouteTable,
    private readonly live: LiveEpoch,
    private readonly plans: Plans,
    private readonly reader: CallReader,
    private readonly starter: RunStarter,
    private readonly responder: Responder,
    private readonly tests: TestWebhooks,
    private readonly origins: WebhookOrigins,
  ) {}

  /** @throws Problem for every call that starts no run, or whose run can't be answered with */
  async take(call: Call, test: boolean): Promise<void> {
    const { request, reply } = call;
    const called = calledPath(request.url, request.place.tenant);
    if (!called) throw new Problem(404, 'webhook.not_found', UNREADABLE);
    const isPreflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    const method = isPreflight ? (request.headers['access-control-request-method'] as string) : request.method;
    const recalled = test || isPreflight ? undefined : this.routes.recall(method, called.path, called.slug);
    if (recalled && (await this.takeUnproven(call, called, recalled))) return;
    const match = test
      ? await this.routes.findTest(method, called.path, called.slug)
      : await this.routes.find(method, called.path, called.slug);
    const { route } = match;
    if (!route) {
      if (request.method === 'OPTIONS' && match.methods.length > 0)
        return answerPreflight(request, reply, match.methods);
      throw notFound(called, method, match, test);
    }
    const target = await this.targetOf(route, match, called, test);
    const settings = callSettings(target.node.node);
    allowOrigin(request, reply, settings.rules.origins);
    if (isPreflight) return answerPreflight(request, reply, match.methods);
    return this.answer(call, target, settings, await this.start(call, route, target, settings));
  }

  /**
   * Takes a call by what is remembered of its address. The commit of its run proves that, so a busy server asks the
   * database nothing more.
   * @returns whether it was taken; else what is remembered is not true any more, and nothing has happened
   */
  private async takeUnproven(call: Call, called: CalledPath, { route, match, epoch }: Recalled): Promise<boolean> {
    const { request, reply } = call;
    let begun = false;
    try {
      const target = await this.targetOf(route, match, called, false);
      if (!mayBeginUnproven(target.plan, target.node)) return false;
      const settings = callSettings(target.node.node);
      allowOrigin(request, reply, settings.rules.origins);
      const live = await this.start(call, route, target, settings, this.live.proofOf(epoch));
      begun = true;
      await this.answer(call, target, settings, live);
      return true;
    } catch (error) {
      // A call that is refused has to be refused by what is true.
      const isTrue = !(error instanceof AddressesMovedError) && (begun || (await this.live.current()) === epoch);
      if (isTrue) throw error;
      forgetOrigin(reply);
      return false;
    }
  }

  /** The tenant whose webhook is called, or else the caller's address: who its body counts for while it comes in. */
  async holderOf({ method, url, ip, place }: FastifyRequest): Promise<string> {
    const called = url.startsWith('/webhook/') ? calledPath(url, place.tenant) : undefined;
    const match = called && (await this.routes.find(method, called.path, called.slug));
    return match?.route?.tenantId ?? ip;
  }

  private async targetOf(route: Route, match: Match, called: CalledPath, test: boolean): Promise<Target> {
    const { tenantId, workflowId, version } = route;
    const plan =
      this.plans.ready(tenantId, workflowId, version) ?? (await this.plans.of(tenantId, workflowId, version));
    const node = plan?.byId.get(route.nodeId);
    if (!plan || !node) throw notFound(called, route.method, match, test);
    const url = this.origins.calledAt(route.path, called.slug, test);
    return { tenantId, workflowId, plan, node, parameters: match.parameters, url, test };
  }

  /** @returns the run; `undefined` for one that is queued for good, and whose caller is answered at once */
  private async start(
    call: Call,
    route: Route,
    target: Target,
    settings: CallSettings,
    address?: AddressProof,
  ): Promise<LiveRun | undefined> {
    const { test } = target;
    const { answer } = settings;
    const input = await this.reader.read(call, target, settings, test ? route.id : undefined);
    if (answer.mode === 'responseNode') requireResponseNode(target);
    // Only now: a call that is refused leaves the address armed.
    if (test && !(await this.tests.use(route))) {
      throw new Problem(404, 'webhook.test_used', 'The test address has taken its one call already: listen again.');
    }
    const mode: RunMode = test ? 'manual' : 'webhook';
    // The node sends the item out at the output of its method, and takes this off again.
    if (settings.methods.length > 1) input.item.json.method = route.method;
    const request: RunRequest = {
      tenantId: route.tenantId,
      workflowId: route.workflowId,
      workflowVersion: route.version,
      plan: target.plan,
      mode,
      node: target.node.id,
      items: [input.item],
      executionId: input.executionId,
      isNew: !test,
      address,
    };
    if (test) {
      request.pins = true;
      // Somebody called to see what their call does: it stands before the call that is pinned at its trigger.
      request.given = true;
    }
    if (answer.mode === 'onReceived') {
      await this.starter.enqueue(request);
      return undefined;
    }
    return this.starter.runNow(request).catch((error: unknown) => {
      if (error instanceof TooManyWaitingError) throw Problem.tooMany(error.message, RETRY_AFTER_SECONDS);
      throw error;
    });
  }

  private answer(
    { reply }: Call,
    target: Target,
    { answer }: CallSettings,
    live: LiveRun | undefined,
  ): void | Promise<void> {
    if (!live) return this.responder.atOnce(reply, target.tenantId, answer);
    return this.responder.withResult(reply, target, answer, live);
  }
}

function notFound({ path }: CalledPath, method: string, match: Match, test: boolean): Problem {
  const shown = path.slice(0, 200);
  const others = [...new Set(match.methods)].filter((each) => each !== method);
  if (others.length > 0) {
    const detail = `The webhook '${shown}' takes no ${method} calls, only ${others.join(', ')}.`;
    return new Problem(404, 'webhook.not_found', detail);
  }
  const detail = test
    ? `Nothing listens for a test call of ${method} '${shown}'. Start listening in the editor, then call within 2 minutes.`
    : `No active workflow has a webhook for ${method} '${shown}'. Check the address, and that the workflow is active.`;
  return new Problem(404, 'webhook.not_found', detail);
}
