import type { CredentialRef, OnError, RetryPolicy, WorkflowNode } from '@orchestrator/workflow';
import { cleanObject, isRecord } from './clean-json.js';
import type { IdentifiedNode } from './identities.js';
import { readPosition } from './position.js';
import type { ReportWriter } from './report.js';
import { type TranslatorIndex, translateNode } from './translate-node.js';

/** n8n's bounds and defaults of a node's retry: 2 to 5 tries (3), 0 to 5,000 ms between them (1,000). */
const TRIES = { min: 2, max: 5, default: 3 };
const RETRY_WAIT_MS = { min: 0, max: 5000, default: 1000 };

/** Turns one node of an n8n file into a native one, with the settings that every node has. */
export function importNode(node: IdentifiedNode, translators: TranslatorIndex, report: ReportWriter): WorkflowNode {
  const { raw, id, name } = node;
  const dropped = (path: string) => report.warn(`Node "${name}": ${path} was left out, its name is not safe.`);
  const parameters = cleanObject(raw.parameters, 'parameters', { dropped });
  const { type, version, parameters: translated } = translateNode(node, parameters, translators, report);
  const native: WorkflowNode = {
    id,
    name,
    type,
    version,
    position: readPosition(raw.position),
    parameters: translated,
  };
  const credentials = readCredentials(raw.credentials);
  if (credentials) native.credentials = credentials;
  if (raw.disabled === true) native.disabled = true;
  if (typeof raw.notes === 'string' && raw.notes !== '') native.note = raw.notes;
  const retry = readRetry(raw);
  if (retry) native.retry = retry;
  const onError = readOnError(raw);
  if (onError) native.onError = onError;
  if (raw.alwaysOutputData === true) native.alwaysOutputData = true;
  if (raw.executeOnce === true) native.executeOnce = true;
  if (typeof raw.webhookId === 'string' && raw.webhookId !== '') native.webhookId = raw.webhookId;
  return native;
}

/** Says once for each credential, however many nodes use it, that a person has to make it here. */
export function reportCredentials(nodes: readonly WorkflowNode[], report: ReportWriter): void {
  const users = new Map<string, string[]>();
  for (const node of nodes) {
    for (const [type, ref] of Object.entries(node.credentials ?? {})) {
      const label = ref.name === undefined ? type : `${type} "${ref.name}"`;
      const names = users.get(label) ?? [];
      names.push(node.name);
      users.set(label, names);
    }
  }
  for (const [label, names] of users) {
    const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
    report.warn(`Credential to be made: ${label}, used by ${names.slice(0, 3).join(', ')}${more}.`);
  }
}

function readCredentials(given: unknown): Record<string, CredentialRef> | undefined {
  if (!isRecord(given)) return undefined;
  const cleaned = cleanObject(given, 'credentials', { dropped: () => {} });
  const refs: Record<string, CredentialRef> = {};
  for (const [type, value] of Object.entries(cleaned)) {
    // Files from before n8n gave credentials ids name them by a text alone.
    if (typeof value === 'string') refs[type] = { name: value };
    if (!isRecord(value)) continue;
    refs[type] = {
      ...(typeof value.id === 'string' && value.id !== '' ? { id: value.id } : {}),
      ...(typeof value.name === 'string' ? { name: value.name } : {}),
    };
  }
  return Object.keys(refs).length > 0 ? refs : undefined;
}

function readRetry(raw: Record<string, unknown>): RetryPolicy | undefined {
  if (raw.retryOnFail !== true) return undefined;
  return {
    maxTries: Math.round(clamp(raw.maxTries, TRIES)),
    waitMs: Math.round(clamp(raw.waitBetweenTries, RETRY_WAIT_MS)),
  };
}

function clamp(value: unknown, bounds: { min: number; max: number; default: number }): number {
  const number = typeof value === 'number' && Number.isFinite(value) ? value : bounds.default;
  return Math.min(bounds.max, Math.max(bounds.min, number));
}

function readOnError(raw: Record<string, unknown>): OnError | undefined {
  if (raw.onError === 'continueRegularOutput') return 'continue';
  if (raw.onError === 'continueErrorOutput') return 'errorOutput';
  if (raw.onError === undefined && raw.continueOnFail === true) return 'continue';
  return undefined;
}
