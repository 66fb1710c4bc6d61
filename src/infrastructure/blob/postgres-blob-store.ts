import { randomUUID } from 'node:crypto';
import { type BlobContent, BlobMissing, type BlobScope, BlobStore, partsOfId } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { isUuid } from '../database/uuid.js';

/** Large enough that a file takes few statements, small enough that many at once fit into memory. */
const CHUNK_BYTES = 512 * 1024;

/**
 * Blobs in PostgreSQL, in chunks, seen by their tenant alone by row-level security. Every chunk is a short transaction
 * of its own, so a slow sender holds no connection; a blob is there once its size is.
 */
export class PostgresBlobStore extends BlobStore {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async put({ tenantId, executionId }: BlobScope, content: BlobContent): Promise<{ id: string; bytes: number }> {
    const name = randomUUID();
    const key = [tenantId, executionId, name];
    await this.query(tenantId, 'insert into blobs (tenant_id, execution_id, name) values ($1, $2, $3)', key);
    try {
      let bytes = 0;
      let seq = 0;
      for await (const chunk of chunksOf(content)) {
        await this.query(
          tenantId,
          'insert into blob_chunks (tenant_id, execution_id, name, seq, content) values ($1, $2, $3, $4, $5)',
          [...key, seq++, chunk],
        );
        bytes += chunk.length;
      }
      await this.query(
        tenantId,
        'update blobs set bytes = $4 where tenant_id = $1 and execution_id = $2 and name = $3',
        [...key, bytes],
      );
      return { id: `${executionId}/${name}`, bytes };
    } catch (error) {
      await this.remove(key).catch(() => undefined); // what is left then is swept by its age
      throw error;
    }
  }

  async size(tenantId: string, id: string): Promise<number> {
    const key = keyOf(tenantId, id);
    const [row] = key
      ? await this.query<{ bytes: number | null }>(
          tenantId,
          'select bytes from blobs where tenant_id = $1 and execution_id = $2 and name = $3',
          key,
        )
      : [];
    if (!row || row.bytes === null) throw new BlobMissing(id);
    return row.bytes;
  }

  async read(tenantId: string, id: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of await this.stream(tenantId, id)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async stream(tenantId: string, id: string): Promise<AsyncIterable<Uint8Array>> {
    const bytes = await this.size(tenantId, id);
    return this.pieces(tenantId, id, bytes);
  }

  async delete(tenantId: string, id: string): Promise<void> {
    const key = keyOf(tenantId, id);
    if (key) await this.remove(key);
  }

  async deleteExecution({ tenantId, executionId }: BlobScope): Promise<void> {
    if (!isUuid(tenantId)) return;
    await this.query(tenantId, 'delete from blobs where tenant_id = $1 and execution_id = $2', [tenantId, executionId]);
  }

  private async *pieces(tenantId: string, id: string, bytes: number): AsyncGenerator<Uint8Array> {
    const key = keyOf(tenantId, id) ?? [];
    let given = 0;
    for (let seq = 0; given < bytes; seq++) {
      const [row] = await this.query<{ content: Buffer }>(
        tenantId,
        'select content from blob_chunks where tenant_id = $1 and execution_id = $2 and name = $3 and seq = $4',
        [...key, seq],
      );
      if (!row) throw new BlobMissing(id); // deleted while it was read
      given += row.content.length;
      yield row.content;
    }
  }

  private remove(key: readonly string[]): Promise<unknown> {
    return this.query(key[0] ?? '', 'delete from blobs where tenant_id = $1 and execution_id = $2 and name = $3', key);
  }

  private query<R>(tenantId: string, sql: string, values: readonly unknown[]): Promise<R[]> {
    return this.work.inTenant(tenantId, (tx: EntityManager) => tx.query(sql, [...values]));
  }
}

/** The parts of a blob's key, if the id can be one. */
function keyOf(tenantId: string, id: string): string[] | undefined {
  const parts = partsOfId(id);
  return parts && isUuid(tenantId) && isUuid(parts.name) ? [tenantId, parts.executionId, parts.name] : undefined;
}

/** The content in pieces of `CHUNK_BYTES`, however it comes. */
async function* chunksOf(content: BlobContent): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + CHUNK_BYTES - length);
      gathered.push(part);
      length += part.length;
      from += part.length;
      if (length < CHUNK_BYTES) continue;
      yield Buffer.concat(gathered);
      gathered = [];
      length = 0;
    }
  }
  if (length > 0) yield Buffer.concat(gathered);
}
