import { describe, expect, it } from 'vitest';
import { isAllowed, licenceFaults } from '../scripts/licences.mjs';

const allowed = new Set(['MIT', 'ISC']);
const rules = {
  direct: ['MIT'],
  transitive: ['Zlib'],
  exceptions: [{ package: 'libvips', licence: 'LGPL-3.0', reason: 'linked dynamically' }],
};
const libvips = { name: 'libvips', version: '1.0.0', licence: 'LGPL-3.0' };

describe('whether a licence may be used', () => {
  it.each([
    ['MIT', true],
    ['GPL-3.0', false],
    ['GPL-3.0 OR MIT', true],
    ['(MIT OR CC0-1.0)', true],
    ['MIT AND GPL-3.0', false],
    ['MIT AND ISC', true],
    ['MIT AND (GPL-2.0 OR ISC)', true],
    ['(MIT OR GPL-3.0) AND GPL-2.0', false],
    ['MIT WITH some-exception', false],
    ['MIT)', false],
    ['(MIT', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['', false],
  ])('%s: %s', (expression, may) => expect(isAllowed(expression, allowed)).toBe(may));
});

describe('the licences of the packages', () => {
  it('may be more for what other packages bring along than for what we name', () => {
    const zlib = { name: 'pako', version: '1.0.0', licence: 'MIT AND Zlib' };
    expect(licenceFaults([zlib, libvips], new Set(), rules)).toEqual([]);
    expect(licenceFaults([zlib, libvips], new Set(['pako']), rules)).toEqual([
      expect.stringContaining('pako@1.0.0 (a direct dependency)'),
    ]);
  });

  it('are excepted by package and licence, so that a change of licence is seen', () => {
    const changed = { ...libvips, licence: 'AGPL-3.0' };
    expect(licenceFaults([changed], new Set(), rules)).toEqual([
      expect.stringContaining('AGPL-3.0'),
      expect.stringContaining('excepts libvips'),
    ]);
  });
});
