import type { Plan, PlanNode } from '@orchestrator/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Somebody calls an address below /webhook, /webhook-test or /webhook-waiting. */
export interface Call {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** What a called address has led to. */
export interface Target {
  tenantId: string;
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
  /** Of the tenant, for `/webhook/t/<slug>/<path>`. */
  slug: string | null;
}

/** Reads the path of a call; `undefined` for one that is not well-formed. */
export function calledPath(url: string): CalledPath | undefined {
  const end = url.indexOf('?');
  const segments = (end < 0 ? url : url.slice(0, end)).split('/').filter(Boolean).slice(1);
  if (url.includes('%')) {
    for (const [i, segment] of segments.entries()) {
      const decoded = decode(segment);
      if (decoded === undefined) return undefined;
      segments[i] = decoded;
    }
  }
  if (segments[0] === 't' && segments.length > 2)
    return { slug: segments[1] as string, path: segments.slice(2).join('/') };
  return { slug: null, path: segments.join('/') };
}

/** A segment decoded; one that would then have a slash in it keeps it encoded, so that it stays one segment. */
function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment).replaceAll('/', '%2F');
  } catch {
    return undefined;
  }
}

/** What follows the question mark. */
export function queryOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start + 1);
}
