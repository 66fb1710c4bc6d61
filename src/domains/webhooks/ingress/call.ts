import type { Plan, PlanNode } from '@orchestrator/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TENANT_SEGMENT } from '../../../http/webhook-origins.js';
import { normalSegments } from '../routing/normal-path.js';

/** Somebody calls an address below /webhook, /webhook-test or /webhook-waiting. */
export interface Call {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a called address has led to. */
export interface Target {
  tenantId: string;
  workflowId: string;
  plan: Plan;
  node: PlanNode;
  /** Parameters of the path. */
  parameters: Record<string, string>;
  /** The address as it was registered, without its parameters filled in. */
  url: string;
  test: boolean;
}

/** A called address, below its first segment. */
export interface CalledPath {
  /** Normal form, decoded. */
  path: string;
  /** Of the tenant, for `/webhook/t/<slug>/<path>` and at an origin of its own. */
  slug: string | null;
}

/** Bytes that are not ASCII come encoded; as they are, two readers may take them for two characters. */
const ASCII = /^[ -~]*$/;

/**
 * Reads the path of a call; `undefined` for one that is not well-formed.
 * @param own slug of the tenant whose origin was called: no path leads to another there
 */
export function calledPath(url: string, own?: string): CalledPath | undefined {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  const segments = ASCII.test(path) ? normalSegments(path)?.slice(1) : undefined;
  if (!segments) return undefined;
  const names = segments[0] === TENANT_SEGMENT && segments.length > 2 ? segments[1] : undefined;
  if (names !== undefined && (own ?? names) === names) return { slug: names, path: segments.slice(2).join('/') };
  return { slug: own ?? null, path: segments.join('/') };
}

/** What follows the question mark. */
export function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}
