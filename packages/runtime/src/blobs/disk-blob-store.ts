import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BlobContent, BlobMissing, type BlobScope, BlobStore, isKeyPart, partsOfId } from './blob-store.js';

/** Blobs as files: `<folder>/<tenant>/<execution>/<name>`. Readable by this process's user alone. */
export class DiskBlobStore extends BlobStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(scope: BlobScope, content: BlobContent): Promise<{ id: string; bytes: number }> {
    const id = `${scope.executionId}/${randomUUID()}`;
    const path = this.pathOf(scope.tenantId, id);
    if (path === undefined)
      throw new Error(`A blob can't be kept under the tenant or execution "${scope.executionId}"`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // Written beside its place and moved there when whole: what has an id is complete, even after a crash.
    const draft = `${path}.draft`;
    try {
      const source = content instanceof Uint8Array ? Readable.from([content]) : Readable.from(content);
      await pipeline(source, createWriteStream(draft, { mode: 0o600, flush: true }));
      await rename(draft, path);
      await syncFolder(dirname(path));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { id, bytes: (await stat(path)).size };
  }

  async size(tenantId: string, id: string): Promise<number> {
    return (await stat(this.existing(tenantId, id)).catch(missing(id))).size;
  }

  async read(tenantId: string, id: string): Promise<Uint8Array> {
    return readFile(this.existing(tenantId, id)).catch(missing(id));
  }

  async stream(tenantId: string, id: string): Promise<AsyncIterable<Uint8Array>> {
    await this.size(tenantId, id);
    return pieces(this.existing(tenantId, id));
  }

  async delete(tenantId: string, id: string): Promise<void> {
    const path = this.pathOf(tenantId, id);
    if (path !== undefined) await rm(path, { force: true });
  }

  async deleteExecution({ tenantId, executionId }: BlobScope): Promise<void> {
    if (!isKeyPart(tenantId) || !isKeyPart(executionId)) return;
    await rm(join(this.folder, tenantId, executionId), { recursive: true, force: true });
  }

  private existing(tenantId: string, id: string): string {
    const path = this.pathOf(tenantId, id);
    if (path === undefined) throw new BlobMissing(id);
    return path;
  }

  private pathOf(tenantId: string, id: string): string | undefined {
    const parts = partsOfId(id);
    if (!parts || !isKeyPart(tenantId)) return undefined;
    return join(this.folder, tenantId, parts.executionId, parts.name);
  }
}

/** Opened when it is read: a stream that is opened before has errors that nobody hears yet, or is never closed. */
async function* pieces(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

function missing(id: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === 'ENOENT' ? new BlobMissing(id) : error;
  };
}

/** A new name in a folder is only on the disk once the folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
