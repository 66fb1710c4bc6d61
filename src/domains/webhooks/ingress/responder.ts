import { Injectable } from '@nestjs/common';
import type { PlanNode, RunState } from '@orchestrator/engine';
import { BlobFiles } from '@orchestrator/runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../../config/config.js';
import { Problem } from '../../../http/problem.js';
import { PublicAddress } from '../../../http/public-address.js';
import type { LiveRun } from '../../executions/runs/run-request.js';
import type { Answer } from '../answer/answer.js';
import { answerAtOnce, answerOfLastNode, ownHeaders, requireSuccess } from '../answer/last-node-answer.js';
import { writeAnswer } from '../answer/write-answer.js';
import type { AnswerSettings } from '../settings/call-settings.js';
import type { Target } from './call.js';
import { RunFollower } from './run-follower.js';

const RESPONSE_NODE = 'respondToWebhook';

/** Answers callers as the settings of the node say that took the call. */
@Injectable()
export class Responder {
  /** The host of an origin for webhooks alone; `null` when they share the app's. */
  private ownHost: string | null | undefined;

  constructor(
    private readonly config: Config,
    private readonly address: PublicAddress,
    private readonly files: BlobFiles,
    private readonly follower: RunFollower,
  ) {}

  /**
   * Whether the answer to a call shares the app's origin, and so is confined. Addresses of webhooks answer at every host
   * that leads here, the app's among them, so what counts is the host that was called.
   */
  isConfined(request: FastifyRequest): boolean {
    if (this.ownHost === undefined) this.ownHost = hostOfItsOwn(this.config.WEBHOOK_URL, this.address.base());
    return this.ownHost === null || request.host?.toLowerCase() !== this.ownHost;
  }

  /** Answers before the run. What starts it has to be committed by then. */
  atOnce(reply: FastifyReply, tenantId: string, settings: AnswerSettings): void | Promise<void> {
    return this.write(reply, tenantId, answerAtOnce(settings));
  }

  /** Answers with the result of a run, or with what a node of it says. */
  async withResult(reply: FastifyReply, target: Target, settings: AnswerSettings, live: LiveRun): Promise<void> {
    if (settings.mode === 'lastNode') {
      const state = await this.follower.end(live);
      return this.write(reply, target.tenantId, answerOfLastNode(settings, state));
    }
    const state = await this.follower.answer(live);
    if (state.response) {
      const headers = { ...ownHeaders(settings), ...state.response.headers };
      return this.write(reply, target.tenantId, { ...state.response, headers });
    }
    requireSuccess(state as RunState);
    // The node that answers was not reached, as when no item came so far: an answer of nothing.
    return this.write(reply, target.tenantId, { status: settings.status, headers: ownHeaders(settings) });
  }

  private write(reply: FastifyReply, tenantId: string, answer: Answer): void | Promise<void> {
    return writeAnswer(reply, answer, tenantId, this.files, this.isConfined(reply.request));
  }
}

/** Host and port of the webhooks' origin when it is another than the app's. */
function hostOfItsOwn(webhookUrl: string | undefined, appUrl: string): string | null {
  if (webhookUrl === undefined) return null;
  const [own, app] = [new URL(webhookUrl), new URL(appUrl)];
  // Hosts that differ in the scheme alone can't be told apart behind a proxy.
  return own.host === app.host ? null : own.host;
}

/** @throws Problem 500 when a node has to answer and none that could follows */
export function requireResponseNode({ plan, node }: { plan: Target['plan']; node: PlanNode }): void {
  for (const each of plan.descendants(node)) if (each.node.type === RESPONSE_NODE) return;
  throw new Problem(
    500,
    'webhook.no_response_node',
    'The webhook is to be answered by a Respond to Webhook node, but none follows it.',
  );
}
