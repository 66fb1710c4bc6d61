import { type LookupAddress, lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { NodeFault } from '@orchestrator/node-sdk';
import { bare, type EgressPolicy } from './egress-policy.js';

/** The fault of a call to an address that workflows may not reach. */
function egressRefused(host: string, addresses: readonly string[]): NodeFault {
  const shown = addresses.join(', ');
  const where = shown === bare(host) || shown === '' ? bare(host) : `${host} (${shown})`;
  return new NodeFault(`Calls to ${where} are refused: it is a private or reserved address`, {
    code: 'egress.refused',
    description: 'An operator of this server can allow it by adding the host or its address to EGRESS_ALLOW.',
    details: { host, addresses: [...addresses] },
    retryable: false,
  });
}

/**
 * Resolves names for a connection and hands on only addresses that the policy allows. The connection is made to what is
 * handed on and to nothing else, so a name can't change its address between the check and the call.
 */
export function guardedLookup(policy: EgressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = found.filter(({ address }) => policy.allows(hostname, address));
      const first = allowed[0];
      if (!first) return callback(refusedLookup(hostname, found), '', 0);
      if (options.all) return callback(null, allowed);
      callback(null, first.address, first.family);
    });
  };
}

// `net.connect` wants an errno error of look-ups; the fault rides along as it is.
function refusedLookup(host: string, found: readonly LookupAddress[]): NodeJS.ErrnoException {
  return egressRefused(
    host,
    found.map(({ address }) => address),
  );
}

/** Refuses an address that is written out in a URL; names are left to the look-up. Throws `egress.refused`. */
export function checkLiteral(policy: EgressPolicy, host: string): void {
  const literal = bare(host);
  if (isIP(literal) !== 0 && !policy.allows(host, literal)) throw egressRefused(host, [literal]);
}

/**
 * Checks a target that a proxy will connect to, as far as it can be from here: every address that the name has must be
 * allowed, for the proxy picks one by itself. A name that doesn't resolve here is left to the proxy.
 */
export async function checkBehindProxy(policy: EgressPolicy, host: string): Promise<void> {
  checkLiteral(policy, host);
  if (isIP(bare(host)) !== 0) return;
  const found = await new Promise<LookupAddress[]>((done) => {
    resolve(host, { all: true }, (error, addresses) => done(error ? [] : addresses));
  });
  const refused = found.map(({ address }) => address).filter((address) => !policy.allows(host, address));
  if (refused.length > 0) throw egressRefused(host, refused);
}
