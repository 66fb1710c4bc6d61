import { NodeFault } from '@orchestrator/node-sdk';
import { hostOf } from './credential-hosts.js';

interface Named {
  id: string;
  name: string;
  type: string;
}

/** Hosts that are named in a fault; a list of any length would bury what it says. */
const SHOWN_HOSTS = 5;

export function unknownType(type: string): NodeFault {
  return new NodeFault(`Credentials of the type "${type}" can't sign requests here yet`, {
    code: 'credential.unknown_type',
    description: 'Use a general type (header, bearer, basic, query or custom auth) with the same key instead.',
    retryable: false,
  });
}

/** A call that a credential is not for. */
export function wrongHost({ id, name, type }: Named, url: URL, hosts: readonly string[]): NodeFault {
  const host = hostOf(url);
  const shown = hosts.slice(0, SHOWN_HOSTS).join(', ') + (hosts.length > SHOWN_HOSTS ? ', ...' : '');
  const isFor = hosts.length > 0 && shown !== 'none' ? `It is for ${shown}` : 'It may be sent to no host';
  return new NodeFault(`The credential '${name}' may not be sent to ${host}. ${isFor}.`, {
    code: 'credential.host_refused',
    description: `Nothing was sent. If the credential is meant for this service, add ${host} to its allowed hosts.`,
    details: { credential: { id, name, type }, host },
    retryable: false,
  });
}

/** A proxy that could read the credential on its way. */
export function proxyReads({ id, name, type }: Named, proxy: URL): NodeFault {
  const host = hostOf(proxy);
  return new NodeFault(`The credential '${name}' may not be sent by way of the proxy ${host}, which could read it.`, {
    code: 'credential.proxy_refused',
    description: `Nothing was sent. Call the service by https with its certificate checked, or add ${host} to the allowed hosts of the credential.`,
    details: { credential: { id, name, type }, host },
    retryable: false,
  });
}

/** A redirect whose address repeats the credential to somebody else. */
export function carriesSecret({ id, name, type }: Named, target: URL): NodeFault {
  const host = hostOf(target);
  return new NodeFault(`The service redirects to ${host} with the credential '${name}' in the address.`, {
    code: 'credential.redirected',
    description: `The redirect was not followed. If the credential is meant for ${host} too, add it to its allowed hosts.`,
    details: { credential: { id, name, type }, host },
    retryable: false,
  });
}
