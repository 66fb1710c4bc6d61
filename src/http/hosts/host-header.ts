import { isIP } from 'node:net';

/** A host as a request names it, in lower case. */
export interface NamedHost {
  /** Without a trailing dot, and without the brackets of an IPv6 address. */
  name: string;
  /** As it is given; empty for the scheme's own. */
  port: string;
  /** An IPv4 or IPv6 address, which no name server can lead elsewhere. */
  isAddress: boolean;
}

/** `uri-host [ ":" port ]` (RFC 9110, 7.2). Nobody has percent signs, user names or blanks in the name of a host. */
const HOST = /^(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9_](?:[a-z0-9_.-]{0,252}[a-z0-9_])?)\.?)(?::(\d{0,5}))?$/i;

/** Reads what a Host header says; `undefined` for what is no host. */
export function readHost(text: string): NamedHost | undefined {
  const [, address, name, port = ''] = HOST.exec(text) ?? [];
  if (address !== undefined)
    return isIP(address) === 6 ? { name: address.toLowerCase(), port, isAddress: true } : undefined;
  if (name === undefined || name.includes('..')) return undefined;
  return { name: name.toLowerCase(), port, isAddress: isIP(name) === 4 };
}
