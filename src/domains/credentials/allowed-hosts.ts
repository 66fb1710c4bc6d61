import { splitAllowedDomains } from '@orchestrator/n8n';
import type { CredentialDefinition } from '@orchestrator/node-sdk';
import { hostPattern } from '@orchestrator/runtime';
import { isExpression, type JsonObject, type JsonValue } from '@orchestrator/workflow';
import type { Principal } from '../../http/principal.js';
import { type FieldFault, Problem } from '../../http/problem.js';
import { isSecret } from './credential-fields.js';

/** Where the secrets of a credential go. */
interface Reach {
  /** Host patterns in their normal form; empty: not settled yet. */
  allowedHosts: readonly string[];
  data: JsonObject;
}

/** The fields and the hosts that a body gives, those that n8n keeps among the fields included. */
export function given(body: { allowedHosts?: string[] }, fields: JsonObject): { data: JsonObject; hosts?: string[] } {
  const { data, hosts } = splitAllowedDomains(fields);
  const texts = body.allowedHosts ?? hosts;
  return { data, hosts: texts && readHosts(texts) };
}

/** Host patterns as a person wrote them, in their normal form, each once. @throws Problem 422 naming those that are none */
function readHosts(texts: readonly string[]): string[] {
  const faults: FieldFault[] = [];
  const hosts = texts.map((text, at) => {
    const pattern = hostPattern(text);
    if (pattern === undefined) {
      const message = `'${text}' is no host. Write api.example.com, *.example.com, example.com:8443 or http://intranet`;
      faults.push({ field: `allowedHosts.${at}`, message });
    }
    return pattern ?? '';
  });
  if (faults.length > 0) throw Problem.invalid('credential.hosts', 'Some of the allowed hosts are none.', faults);
  return [...new Set(hosts)];
}

/**
 * Whether a change lets the secrets that are stored go where they could not before: to a further host, back to "whoever is
 * first", or to another address that the type itself calls. Hosts that are not settled yet can be chosen freely, as
 * everybody who may use the credential could settle them by using it.
 */
export function reachesFurther(definition: CredentialDefinition, before: Reach, after: Reach): boolean {
  const had = before.allowedHosts;
  const further =
    after.allowedHosts.length === 0 || after.allowedHosts.some((host) => host !== 'none' && !had.includes(host));
  if (had.length > 0 && !had.includes('*') && further) return true;
  return (definition.addresses ?? []).some((field) => originOf(before.data[field]) !== originOf(after.data[field]));
}

/** The secret fields that are stored and that a change does not enter anew. */
export function secretsNotGiven(definition: CredentialDefinition, stored: JsonObject, given: JsonObject): string[] {
  return Object.entries(definition.parameters)
    .filter(([name, parameter]) => isSecret(parameter) && !Object.hasOwn(given, name))
    .map(([name]) => name)
    .filter((name) => stored[name] !== undefined && stored[name] !== null && stored[name] !== '');
}

/** Who can't read a secret can't send it anywhere either: only a person who answers for the whole tenant may. */
export function requireRight(caller: Principal, definition: CredentialDefinition, missing: readonly string[]): void {
  const answersForAll = caller.kind === 'user' && (caller.role === 'owner' || caller.role === 'admin');
  if (answersForAll || missing.length === 0) return;
  throw Problem.invalid(
    'credential.secrets_wanted',
    'To let the credential go to a further address, enter its secrets again, or ask an owner or admin to add it.',
    missing.map((name) => ({
      field: `data.${name}`,
      message: `${definition.parameters[name]?.label ?? name} has to be entered again`,
    })),
  );
}

/** The origin of an address; what is none stands for itself. */
function originOf(value: JsonValue | undefined): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
  return !isExpression(text) && URL.canParse(text) ? new URL(text).origin : text;
}
