import { BlockList, isIP } from 'node:net';

/** Groups of 16 bits of an IPv6 address, and how many of them name a network that one customer is given (RFC 6177). */
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The address of a client in the one form in which it is compared: without a zone, IPv4 that comes mapped into IPv6 as
 * IPv4, IPv6 in groups without leading zeros.
 * @param ip what Fastify says; nothing for a caller whose connection is gone by now
 * @returns the text as it is when it is no address
 */
export function plainAddress(ip: string | undefined): string {
  const bare = (ip ?? '').split('%')[0] as string;
  if (isIP(bare) !== 6) return bare;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (!isMapped) return groups.map((group) => group.toString(16)).join(':');
  const [high, low] = [groups[6] as number, groups[7] as number];
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/**
 * What a client is counted by: an IPv4 address, or the /64 of an IPv6 address, as whoever has one address of a /64 has
 * them all.
 */
export function networkOf(ip: string | undefined): string {
  const plain = plainAddress(ip);
  return isIP(plain) === 6 ? `${plain.split(':').slice(0, NETWORK_GROUPS).join(':')}::/64` : plain;
}

/** Whether a text is an address or a CIDR block, of IPv4 or IPv6. */
export function isAddressBlock(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32));
}

/** Addresses and CIDR blocks as a list to ask; what is neither lets nobody in. */
export function addressBlocks(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    if (!isAddressBlock(entry)) continue;
    const [given = '', bits] = entry.split('/');
    const address = bits === undefined ? plainAddress(given) : given;
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether a client's address is among those listed. */
export function isAmong(list: BlockList, ip: string): boolean {
  const address = plainAddress(ip);
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** The eight groups of an IPv6 address in any of its spellings (RFC 4291 §2.2). */
function groupsOf(address: string): number[] {
  const spelled = new URL(`http://[${address}]`).hostname.slice(1, -1); // one spelling, no dotted end
  const [head = '', tail] = spelled.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [front, back] = [read(head), read(tail)];
  return [...front, ...Array<number>(GROUPS - front.length - back.length).fill(0), ...back];
}
