import type { JsonObject } from '@orchestrator/workflow';
import { readText } from './plain-values.js';

/**
 * What n8n's credentials say of where they may be sent: `allowedHttpRequestDomains` (`all`, `domains`, `none`) and, for
 * `domains`, `allowedDomains`, a list of names and `*.names` with commas between them.
 * @param data the fields of a credential
 * @returns the fields without those two, and the hosts that they name: none for `all`, `['none']` for no host;
 *   `hosts: undefined` when they say nothing
 */
export function splitAllowedDomains(data: JsonObject): { data: JsonObject; hosts?: string[] } {
  const { allowedHttpRequestDomains: kind, allowedDomains: domains, ...rest } = data;
  if (kind === undefined && domains === undefined) return { data };
  if (kind === 'none') return { data: rest, hosts: ['none'] };
  if (kind === 'all') return { data: rest, hosts: [] };
  const hosts = (readText(domains) ?? '')
    .split(',')
    .map((domain) => domain.trim())
    .filter((domain) => domain !== '');
  // A list that is asked for and empty lets it go nowhere; to take it for "not settled yet" would be the opposite.
  return { data: rest, hosts: hosts.length > 0 ? hosts : ['none'] };
}
