import ipaddr from 'ipaddr.js';

/** Addresses that are public by their range, yet answer only a machine's own provider: metadata and wire servers. */
const PROVIDER_ADDRESSES = new Set(['168.63.129.16']);

/** IPv6 outside this block is not the public internet (RFC 4291 §2.4: global unicast in use is 2000::/3). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/** Says which addresses outgoing calls of workflows may reach. */
export interface EgressPolicy {
  /** Whether a call to `host` (as the URL has it) may connect to `address` (an IP address). */
  allows(host: string, address: string): boolean;
}

/**
 * Public addresses, and what the operator allows besides (EGRESS_ALLOW): host names (`db.internal`, `*.internal`),
 * addresses, and CIDR blocks. An IPv4 address inside an IPv6 one (`::ffff:10.0.0.1`) is judged as the IPv4 address; other
 * ways to carry one (6to4, NAT64, Teredo) are refused. Throws for an entry that is none of these.
 */
export function createEgressPolicy(allow: readonly string[]): EgressPolicy {
  const names = new Set<string>();
  const suffixes: string[] = [];
  const blocks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of allow.map((each) => each.trim().toLowerCase()).filter((each) => each !== '')) {
    if (ipaddr.isValidCIDR(entry)) blocks.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(bare(entry))) {
      const address = ipaddr.process(bare(entry));
      blocks.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    } else if (/^\*\.[a-z0-9.-]+$/.test(entry)) suffixes.push(entry.slice(1));
    else if (/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/.test(entry)) names.add(entry);
    else throw new Error(`"${entry}" is neither a host name, nor an IP address, nor a CIDR block such as 10.0.0.0/8`);
  }
  return {
    allows(host, address) {
      const name = bare(host.toLowerCase()).replace(/\.$/, '');
      if (names.has(name) || suffixes.some((suffix) => name.endsWith(suffix))) return true;
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return (
        isPublic(parsed) || blocks.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits))
      );
    },
  };
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast' || PROVIDER_ADDRESSES.has(address.toString())) return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(...GLOBAL_IPV6);
}

/** A host as a URL writes it, without the brackets of an IPv6 address. */
export function bare(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
}
