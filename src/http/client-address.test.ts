import { describe, expect, it } from 'vitest';
import { addressBlocks, isAddressBlock, isAmong, networkOf, plainAddress } from './client-address.js';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['2001:db8:0:1:a:b:c:d', '2001:db8:0:1::/64'],
  ['2001:DB8:0000:0001::9', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('counts %s by %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

it('writes every spelling of an address the same', () => {
  const spellings = ['2001:db8::ff', '2001:0DB8:0:0:0:0:0:00ff', '2001:db8:0:0::0.0.0.255'];
  expect(new Set(spellings.map(plainAddress)).size).toBe(1);
});

describe('a list of addresses and blocks', () => {
  it.each([
    [['10.0.0.0/8'], '10.1.2.3', true],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
    [['10.0.0.0/8'], '11.0.0.1', false],
    [['2001:db8::/32'], '2001:db8:ffff::1', true],
    [['2001:db8::/32'], '2001:db9::1', false],
    [['192.0.2.1'], '192.0.2.1', true],
    [['::ffff:192.0.2.1'], '192.0.2.1', true],
    [['nonsense', '1.2.3.4/99'], '1.2.3.4', false],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['0.0.0.0/0'], 'no address', false],
  ])('%j and %s: %s', (entries, ip, inside) => {
    expect(isAmong(addressBlocks(entries), ip)).toBe(inside);
  });

  it('takes nothing that is neither', () => {
    expect(['1.2.3.4', '1.2.3.0/24', '::/0', 'fe80::/10'].every(isAddressBlock)).toBe(true);
    expect(['1.2.3', '1.2.3.4/33', '::/129', '1.2.3.4/', '1.2.3.4/8/8', 'x', 'fe80::1%a'].some(isAddressBlock)).toBe(
      false,
    );
  });
});
