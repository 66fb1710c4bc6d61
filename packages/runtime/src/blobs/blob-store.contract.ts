import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobMissing, type BlobStore } from './blob-store.js';

/**
 * What every blob store keeps to. `open` gives an empty store, and how to clean up after it.
 * @param tenants two tenants' ids, in the form that the store takes
 */
export function blobStoreContract(
  name: string,
  open: () => Promise<{ store: BlobStore; close(): Promise<void> }>,
  tenants: readonly [string, string] = ['tenant-a', 'tenant-b'],
): void {
  const [mine, theirs] = tenants;
  const scope = { tenantId: mine, executionId: 'run-1' };
  describe(`blob store: ${name}`, () => {
    let store: BlobStore;
    let close: () => Promise<void>;
    beforeEach(async () => ({ store, close } = await open()));
    afterEach(() => close());

    it('gives back what was put, whole and as a stream', async () => {
      const { id, bytes } = await store.put(scope, Buffer.from('hello'));
      expect(bytes).toBe(5);
      expect(await store.size(mine, id)).toBe(5);
      expect(Buffer.from(await store.read(mine, id)).toString()).toBe('hello');
      const pieces: Uint8Array[] = [];
      for await (const piece of await store.stream(mine, id)) pieces.push(piece);
      expect(Buffer.concat(pieces).toString()).toBe('hello');
    });

    it('takes a stream, and an empty blob', async () => {
      async function* pieces() {
        yield Buffer.from('one ');
        yield Buffer.from('two');
      }
      const streamed = await store.put(scope, pieces());
      expect(Buffer.from(await store.read(mine, streamed.id)).toString()).toBe('one two');
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
      await expect(store.read(theirs, id)).rejects.toBeInstanceOf(BlobMissing);
      await expect(store.stream(theirs, id)).rejects.toBeInstanceOf(BlobMissing);
      await store.delete(theirs, id);
      expect(await store.size(mine, id)).toBe(6);
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
      await expect(store.read(mine, id)).rejects.toBeInstanceOf(BlobMissing);
      await expect(store.size(mine, id)).rejects.toBeInstanceOf(BlobMissing);
      await store.delete(mine, id);
    });

    it('deletes one blob, and all of an execution', async () => {
      const first = await store.put(scope, Buffer.from('1'));
      const second = await store.put(scope, Buffer.from('2'));
      const other = await store.put({ ...scope, executionId: 'run-2' }, Buffer.from('3'));
      await store.delete(mine, first.id);
      await expect(store.read(mine, first.id)).rejects.toBeInstanceOf(BlobMissing);
      await store.deleteExecution(scope);
      await expect(store.read(mine, second.id)).rejects.toBeInstanceOf(BlobMissing);
      expect(await store.size(mine, other.id)).toBe(1);
    });
  });
}
