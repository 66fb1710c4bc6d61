import { Injectable } from '@nestjs/common';
import type { PlanNode, RunState } from '@orchestrator/engine';
import { BlobFiles } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../../http/problem.js';
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
  constructor(
    private readonly files: BlobFiles,
    private readonly follower: RunFollower,
  ) {}

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
    // Webhooks answer at every host that leads here, so what counts is the one that was called.
    const isConfined = reply.request.place.tenant === undefined;
    return writeAnswer(reply, answer, tenantId, this.files, isConfined);
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
