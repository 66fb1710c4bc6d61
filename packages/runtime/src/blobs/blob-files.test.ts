import { describe, expect, it } from 'vitest';
import { BlobFiles, describeFile, readableSize } from './blob-files.js';
import { MemoryBlobStore } from './memory-blob-store.js';

describe('files of items', () => {
  it('says what a file is, from its type or its name', () => {
    expect(describeFile({ mimeType: 'image/png' })).toEqual({
      mimeType: 'image/png',
      fileExtension: 'png',
      fileType: 'image',
    });
    expect(describeFile({ fileName: 'a.PDF' })).toEqual({
      mimeType: 'application/pdf',
      fileName: 'a.PDF',
      fileExtension: 'pdf',
      fileType: 'pdf',
    });
    expect(describeFile({})).toEqual({ mimeType: 'application/octet-stream' });
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_234, '1.23 kB'],
    [5_000_000, '5 MB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(readableSize(bytes)).toBe(text));

  it('opens what it keeps, and what an item holds in base64', async () => {
    const files = new BlobFiles(new MemoryBlobStore());
    const ref = await files.write('t', 'e', Buffer.from('abc'), { fileName: 'a.txt' });
    expect(ref).toMatchObject({ mimeType: 'text/plain', fileSize: '3 B', bytes: 3 });
    expect((await files.open('t', { ...ref, bytes: 99 })).bytes).toBe(3);
    expect(Buffer.from(await files.read('t', { data: 'eHl6', mimeType: 'text/plain' })).toString()).toBe('xyz');
  });
});
