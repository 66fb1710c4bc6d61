/** What a blob is put under: whose it is, and which execution made it. */
export interface BlobScope {
  tenantId: string;
  executionId: string;
}

/** Bytes as they are, or as they come. */
export type BlobContent = Uint8Array | AsyncIterable<Uint8Array>;

/** A blob that is not there: deleted with its execution, or never this tenant's. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing';
  constructor(readonly id: string) {
    super(`The file ${id} is no longer there: files are deleted together with the execution that made them`);
  }
}

/**
 * Keeps files of executions. A tenant reaches its own blobs alone: the tenant is part of the key and never taken from an
 * id, so an id that was made up or copied from elsewhere finds nothing.
 */
export abstract class BlobStore {
  /** Puts a blob and gives its id (opaque; unique within the tenant) and its size. A stream that fails leaves nothing. */
  abstract put(scope: BlobScope, content: BlobContent): Promise<{ id: string; bytes: number }>;
  /** Size in bytes. @throws BlobMissing */
  abstract size(tenantId: string, id: string): Promise<number>;
  /** The whole content. @throws BlobMissing */
  abstract read(tenantId: string, id: string): Promise<Uint8Array>;
  /** The content piece by piece. @throws BlobMissing, before the first piece */
  abstract stream(tenantId: string, id: string): Promise<AsyncIterable<Uint8Array>>;
  /** Deleting what is not there is no fault. */
  abstract delete(tenantId: string, id: string): Promise<void>;
  /** Deletes all blobs that an execution made. */
  abstract deleteExecution(scope: BlobScope): Promise<void>;
}

const PART = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,127}$/;

/** One part of a blob's key, if it can be one (never a path). */
export function isKeyPart(text: string): boolean {
  return PART.test(text);
}

/** The two parts of an id; `undefined` for a text that is no id of a blob. */
export function partsOfId(id: string): { executionId: string; name: string } | undefined {
  const [executionId = '', name = '', more] = id.split('/');
  return more === undefined && isKeyPart(executionId) && isKeyPart(name) ? { executionId, name } : undefined;
}
