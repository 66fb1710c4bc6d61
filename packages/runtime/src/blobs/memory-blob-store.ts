import { randomUUID } from 'node:crypto';
import { type BlobContent, BlobMissing, type BlobScope, BlobStore } from './blob-store.js';

/** Blobs in memory, for runs from the command line and for tests. */
export class MemoryBlobStore extends BlobStore {
  private readonly tenants = new Map<string, Map<string, Uint8Array>>();

  async put({ tenantId, executionId }: BlobScope, content: BlobContent): Promise<{ id: string; bytes: number }> {
    const pieces: Uint8Array[] = [];
    if (content instanceof Uint8Array) pieces.push(content);
    else for await (const piece of content) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    const id = `${executionId}/${randomUUID()}`;
    const blobs = this.tenants.get(tenantId) ?? new Map<string, Uint8Array>();
    this.tenants.set(tenantId, blobs.set(id, bytes));
    return { id, bytes: bytes.length };
  }

  async size(tenantId: string, id: string): Promise<number> {
    return (await this.read(tenantId, id)).length;
  }

  async read(tenantId: string, id: string): Promise<Uint8Array> {
    const bytes = this.tenants.get(tenantId)?.get(id);
    if (!bytes) throw new BlobMissing(id);
    return bytes;
  }

  async stream(tenantId: string, id: string): Promise<AsyncIterable<Uint8Array>> {
    const bytes = await this.read(tenantId, id);
    return (async function* () {
      yield bytes;
    })();
  }

  async delete(tenantId: string, id: string): Promise<void> {
    this.tenants.get(tenantId)?.delete(id);
  }

  async deleteExecution({ tenantId, executionId }: BlobScope): Promise<void> {
    const blobs = this.tenants.get(tenantId);
    for (const id of blobs?.keys() ?? []) if (id.startsWith(`${executionId}/`)) blobs?.delete(id);
  }
}
