import { describe, expect, it } from 'vitest';
import { installedElsewhere, isAllowed, licenceFaults } from '../scripts/licences.mjs';

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
  it('are looked at for other systems too, by the lock file', () => {
    const locked = {
      'packages/own': { version: '1.0.0' },
      'node_modules/own': { link: true },
      'node_modules/here': { version: '1.0.0', license: 'MIT' },
      'node_modules/a/node_modules/@img/libvips-darwin': { version: '2.0.0', license: 'LGPL-3.0' },
      'node_modules/other-name': { name: 'real-name', version: '3.0.0' },
    };
    expect(installedElsewhere(locked, [{ name: 'here', version: '1.0.0' }])).toEqual([
      { name: '@img/libvips-darwin', version: '2.0.0', licence: 'LGPL-3.0' },
      { name: 'real-name', version: '3.0.0', licence: '' },
    ]);
  });

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
