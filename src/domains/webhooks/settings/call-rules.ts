import type { BlockList } from 'node:net';
import type { WorkflowNode } from '@orchestrator/workflow';
import { addressBlocks } from '../../../http/client-address.js';
import { record, text } from './raw-values.js';

export const AUTHENTICATIONS = ['basicAuth', 'headerAuth', 'jwtAuth'] as const;
export type Authentication = (typeof AUTHENTICATIONS)[number];

/** Types of credentials that say who may call. */
export const CREDENTIAL_TYPES: Record<Authentication, string> = {
  basicAuth: 'httpBasicAuth',
  headerAuth: 'httpHeaderAuth',
  jwtAuth: 'jwtAuth',
};

/** Who may call. */
export interface CallRules {
  authentication?: Authentication;
  /** Id of the credential; missing until a person has picked one. */
  credentialId?: string;
  ignoreBots: boolean;
  /** Addresses that may call; everybody's when left out. */
  allowed?: BlockList;
  /** Origins whose scripts may read the answer, the first for all others; left out for any. */
  origins?: readonly string[];
}

/** What a node says of who may call it. */
export function callRules(node: WorkflowNode): CallRules {
  const options = record(node.parameters.options);
  const authentication = AUTHENTICATIONS.find((each) => each === node.parameters.authentication);
  const allowlist = text(options.ipAllowlist);
  const origins = text(options.allowedOrigins)
    ?.split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  return {
    authentication,
    credentialId: authentication && node.credentials?.[CREDENTIAL_TYPES[authentication]]?.id,
    ignoreBots: options.ignoreBots === true,
    allowed: allowlist === undefined ? undefined : addressBlocks(allowlist.split(/[\s,]+/)),
    origins: origins && origins.length > 0 && !origins.includes('*') ? origins : undefined,
  };
}

/** Names that give themselves what looks at links for people: crawlers, previews in chats, scanners of mail. */
const PREVIEWS =
  /bot\b|bot[/;)]|crawl|spider|slurp|facebookexternalhit|whatsapp|preview|embedly|iframely|vkshare|viber|scrap|archiver|imageproxy|mailproxy|safelinks|ms-office|microsoft office|outlook|proofpoint|barracuda|mimecast|urlscan|google-safety/i;
/** Names of programs that call addresses on purpose, though nobody looks at what they get. */
const PROGRAMS = /headless|lighthouse|pingdom|validator|^curl\b|^wget\b|python-requests|go-http-client/i;

/** Whether the caller says of itself that it is a crawler, a link preview or the like. */
export function isBot(userAgent: string | undefined): boolean {
  return isPreview(userAgent) || (userAgent !== undefined && PROGRAMS.test(userAgent));
}

/** Whether the caller says of itself that it looks at links for people, and so means nothing by its call. */
export function isPreview(userAgent: string | undefined): boolean {
  return userAgent !== undefined && PREVIEWS.test(userAgent);
}
