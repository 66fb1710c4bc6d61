import { Injectable } from '@nestjs/common';
import type { PlanNode, RunState } from '@orchestrator/engine';
import { BlobFiles } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
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
  private confined: boolean | undefined;

  constructor(
    private readonly config: Config,
    private readonly address: PublicAddress,
    private readonly files: BlobFiles,
    private readonly follower: RunFollower,
  ) {}

  /** Whether answers share the app's origin, and so are confined. */
  get isConfined(): boolean {
    const { WEBHOOK_URL } = this.config;
    this.confined ??= WEBHOOK_URL === undefined || new URL(WEBHOOK_URL).origin === new URL(this.address.base()).origin;
    return this.confined;
  }

  /** Where webhooks are called, without a trailing slash. */
  get origin(): string {
    return this.config.WEBHOOK_URL ?? this.address.base();
  }

  /** Answers before the run. What starts it has to be committed by then. */
  atOnce(reply: FastifyReply, tenantId: string, settings: AnswerSettings): Promise<void> {
    return this.write(reply, tenantId, answerAtOnce(settings));
  }

  /** Answers with the result of a run, or with what a node of it says. */
  async withResult(reply: FastifyReply, target: Target, settings: AnswerSettings, live: LiveRun): Promise<void> {
    const { executionId } = live;
    if (settings.mode === 'lastNode') {
      const state = await this.follower.end(live);
      return this.write(reply, target.tenantId, answerOfLastNode(settings, state, executionId));
    }
    const state = await this.follower.answer(live);
    if (state.response) {
      const headers = { ...ownHeaders(settings), ...state.response.headers };
      return this.write(reply, target.tenantId, { ...state.response, headers });
    }
    requireSuccess(state as RunState, executionId);
    // The node that answers was not reached, as when no item came so far: an answer of nothing.
    return this.write(reply, target.tenantId, { status: settings.status, headers: ownHeaders(settings) });
  }

  private write(reply: FastifyReply, tenantId: string, answer: Answer): Promise<void> {
    return writeAnswer(reply, answer, tenantId, this.files, this.isConfined);
  }
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
