import { expect, it } from 'vitest';
import { undoOf } from './bulk-acts.ts';

const row = (id: string, more: object = {}) => ({
  id,
  folderId: null,
  tags: [] as string[],
  version: 2,
  activeVersion: null as number | null,
  ...more,
});

it('moves everything back to where it was', () => {
  const rows = [row('a'), row('b', { folderId: 'x' }), row('c', { folderId: 'y' }), row('d')];
  expect(undoOf({ action: 'move', folderId: 'y' }, rows)).toEqual([
    { action: 'move', folderId: null, ids: ['a', 'd'] },
    { action: 'move', folderId: 'x', ids: ['b'] },
  ]);
});

it('takes from each the tags alone that it got, and gives back those that it lost', () => {
  const rows = [row('a', { tags: ['old'] }), row('b')];
  expect(undoOf({ action: 'tag', tags: ['old', 'new'] }, rows)).toEqual([
    { action: 'untag', tags: ['old'], ids: ['b'] },
    { action: 'untag', tags: ['new'], ids: ['a', 'b'] },
  ]);
  expect(undoOf({ action: 'untag', tags: ['old'] }, rows)).toEqual([{ action: 'tag', tags: ['old'], ids: ['a'] }]);
});

it('switches back only where that brings back the same version', () => {
  const live = row('live', { activeVersion: 2 });
  const behind = row('behind', { activeVersion: 1 });
  expect(undoOf({ action: 'activate' }, [row('off'), live])).toEqual([{ action: 'deactivate', ids: ['off'] }]);
  expect(undoOf({ action: 'deactivate' }, [row('off'), live])).toEqual([{ action: 'activate', ids: ['live'] }]);
  expect(undoOf({ action: 'activate' }, [behind])).toBeUndefined();
  expect(undoOf({ action: 'deactivate' }, [behind])).toBeUndefined();
  expect(undoOf({ action: 'delete' }, [live])).toBeUndefined();
});
