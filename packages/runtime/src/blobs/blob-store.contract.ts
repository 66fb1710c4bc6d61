import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobMissing, type BlobStore } from './blob-store.js';

const scope = { tenantId: 'tenant-a', executionId: 'run-1' };

/** What every blob store keeps to. `open` gives an empty store, and how to clean up after it. */
export function blobStoreContract(
  name: string,
  open: () => Promise<{ store: BlobStore; close(): Promise<void> }>,
): void {
  describe(`blob store: ${name}`, () => {
    let store: BlobStore;
    let close: () => Promise<void>;
    beforeEach(async () => ({ store, close } = await open()));
    afterEach(() => close());

    it('gives back what was put, whole and as a stream', async () => {
      const { id, bytes } = await store.put(scope, Buffer.from('hello'));
      expect(bytes).toBe(5);
      expect(await store.size('tenant-a', id)).toBe(5);
      expect(Buffer.from(await store.read('tenant-a', id)).toString()).toBe('hello');
      const pieces: Uint8Array[] = [];
      for await (const piece of await store.stream('tenant-a', id)) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe('hello');
    });

    it('takes a stream, and an empty blob', async () => {
      async function* pieces() {
        yield Buffer.from('one ');
        yield Buffer.from('two');
      }
      const streamed = await store.put(scope, pieces());
      expect(Buffer.from(await store.read('tenant-a', streamed.id)).toString()).toBe('one two');
      expect((await store.put(scope, new Uint8Array())).bytes).toBe(0);
    });

    it('keeps nothing of a stream that fails', async () => {
      async function* broken() {
        yield Buffer.from('half');
        throw new Error('the sender went away');
      }
      await expect(store.put(scope, broken())).rejects.toThrow('the sender went away');
    });

    it('shows a tenant nothing of another', async () => {
      const { id } = await store.put(scope, Buffer.from('secret'));
      await expect(store.read('tenant-b', id)).rejects.toBeInstanceOf(BlobMissing);
      await expect(store.stream('tenant-b', id)).rejects.toBeInstanceOf(BlobMissing);
      await store.delete('tenant-b', id);
      expect(await store.size('tenant-a', id)).toBe(6);
    });

    it.each([
      '',
      'x',
      '../../etc/passwd',
      '../tenant-a/run-1',
      'run-1/..',
      'run-1/../../x',
      '/etc/passwd',
      'run-1/a\0b',
    ])('finds nothing under the made-up id %j', async (id) => {
      await expect(store.read('tenant-a', id)).rejects.toBeInstanceOf(BlobMissing);
      await expect(store.size('tenant-a', id)).rejects.toBeInstanceOf(BlobMissing);
      await store.delete('tenant-a', id);
    });

    it('deletes one blob, and all of an execution', async () => {
      const first = await store.put(scope, Buffer.from('1'));
      const second = await store.put(scope, Buffer.from('2'));
      const other = await store.put({ ...scope, executionId: 'run-2' }, Buffer.from('3'));
      await store.delete('tenant-a', first.id);
      await expect(store.read('tenant-a', first.id)).rejects.toBeInstanceOf(BlobMissing);
      await store.deleteExecution(scope);
      await expect(store.read('tenant-a', second.id)).rejects.toBeInstanceOf(BlobMissing);
      expect(await store.size('tenant-a', other.id)).toBe(1);
    });
  });
}
