import type { WorkflowNode } from '@orchestrator/workflow';
import { TENANT_SEGMENT } from '../../../http/webhook-origins.js';
import { holdKey, normalSegments } from '../routing/normal-path.js';
import { hasParameters, isParameter, shapeOf } from '../routing/path-pattern.js';
import { text } from './raw-values.js';

/** Characters of a path at most. Indexes have it as their key, and no caller has a use for more. */
const PATH_LIMIT = 500;

/** Where a webhook is called below `/webhook/`: a path with parameters is led by the webhook's id. */
export interface WebhookPath {
  /** Normal form. */
  path: string;
  /** What it is found by: the whole path, or its first segment where it has parameters. */
  lead: string;
  /** What its first segment is held by. */
  segment: string;
  /** What it is told apart by. */
  shape: string;
}

/** Why a path can't be had. */
export interface PathFault {
  code: 'webhook.path_reserved' | 'webhook.path_invalid';
  /** What is wrong with it, to follow "its path". */
  why: string;
}

/** The path of a webhook node. */
export function webhookPath(node: WorkflowNode): WebhookPath | PathFault {
  const own = normalSegments(node.webhookId ?? node.id);
  const given = normalSegments((text(node.parameters.path) ?? '').trim());
  if (!own || !given) return UNREADABLE;
  const segments = given.length === 0 ? own : given.some(isParameter) ? [...own, ...given] : given;
  return pathOf(segments);
}

/** A path as it is called, with its parameters by name and led by the id where it has any. */
export function wantedPath(path: string): WebhookPath | PathFault {
  const segments = normalSegments(path);
  return segments ? pathOf(segments) : UNREADABLE;
}

function pathOf(segments: readonly string[]): WebhookPath | PathFault {
  const [first] = segments;
  if (first === undefined || isParameter(first)) return UNREADABLE;
  const segment = holdKey(first);
  if (segment === TENANT_SEGMENT) return RESERVED;
  const path = segments.join('/');
  if (path.length > PATH_LIMIT || segment.length > PATH_LIMIT) return TOO_LONG;
  return { path, lead: hasParameters(path) ? first : path, segment, shape: shapeOf(path) };
}

const UNREADABLE: PathFault = {
  code: 'webhook.path_invalid',
  why: "can't be called: a '%' has to be followed by two hex digits (write %25 for the sign itself), '.' and '..' are no names, and the first part can't be a parameter",
};
const RESERVED: PathFault = {
  code: 'webhook.path_reserved',
  why: `can't begin with '${TENANT_SEGMENT}': that is for addresses that name their tenant`,
};
const TOO_LONG: PathFault = {
  code: 'webhook.path_invalid',
  why: `is longer than ${PATH_LIMIT} characters`,
};
