import { describe, expect, it } from 'vitest';
import { en } from '../../../texts/en/index.ts';
import { briefly, type Entry, toldChanges } from './told-changes.ts';

const FOLDER = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
const entry = (before: unknown, after: unknown): Entry => ({
  id: FOLDER,
  at: '2026-01-31T09:30:00.000Z',
  actor: { kind: 'user', userId: null, name: 'Ada', apiKeyId: null },
  action: 'a.b',
  target: { type: 'workflow', id: FOLDER, name: 'Orders', isThere: true },
  before: before as never,
  after: after as never,
  names: { [FOLDER]: 'Shop' },
});
const told = (before: unknown, after: unknown) => toldChanges(entry(before, after), en, () => 'a time');
const line = (before: unknown, after: unknown) => briefly(entry(before, after), told(before, after));

describe('what an entry of the audit tells', () => {
  it.each([
    [{ role: 'viewer' }, { role: 'editor' }, 'Viewer → Editor'],
    [{ name: 'Old' }, { name: 'New' }, 'Old → New'],
    [null, { name: 'Orders' }, ''],
    [null, { version: 14, liveNumber: 3 }, 'Live version: 3'],
    [null, { folderId: FOLDER }, 'Folder: Shop'],
    [null, { folderId: null }, 'Folder: none'],
    [null, { tags: ['a', 'b'] }, 'Tags: a, b'],
    [null, null, ''],
  ])('%j and %j is "%s"', (before, after, expected) => expect(line(before, after)).toBe(expected));

  it('says times, truths and what is no name in words too', () => {
    expect(told(null, { expiresAt: '2026-01-31T09:30:00.000Z', shared: true, allowedHosts: [], x: 1 })).toEqual([
      { field: 'expiresAt', label: 'Ends', after: 'a time' },
      { field: 'shared', label: 'Shared', after: 'Yes' },
      { field: 'allowedHosts', label: 'May be sent to', after: 'nothing' },
      { field: 'x', label: 'x', after: '1' },
    ]);
  });
});
