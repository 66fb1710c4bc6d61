import { expect, it } from 'vitest';
import { documentOf } from './workflow-file.ts';

it('writes the document alone, without what the server knows of it', () => {
  const document = { formatVersion: 1, name: 'A', nodes: [], edges: [], tags: ['x'] };
  expect(documentOf({ ...document, id: '1', version: 3, active: true, lastRun: null, folderId: 'f' })).toEqual(
    document,
  );
});
