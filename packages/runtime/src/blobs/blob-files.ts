import type { BinaryRef } from '@orchestrator/workflow';
import mime from 'mime';
import { type BlobContent, BlobStore } from './blob-store.js';

/** Files of items, kept in a blob store: makes and opens `BinaryRef`s. */
export class BlobFiles {
  constructor(private readonly store: BlobStore) {}

  /** The whole content of a file. @throws BlobMissing */
  async read(tenantId: string, ref: BinaryRef): Promise<Uint8Array> {
    if (ref.id === undefined) return Buffer.from(ref.data ?? '', 'base64');
    return this.store.read(tenantId, ref.id);
  }

  /** A file's content, streamed when it is in the store, and its size in bytes. @throws BlobMissing */
  async open(tenantId: string, ref: BinaryRef): Promise<{ content: BlobContent; bytes: number }> {
    if (ref.id === undefined) {
      const content = Buffer.from(ref.data ?? '', 'base64');
      return { content, bytes: content.length };
    }
    // The size in the ref came through a workflow's hands, so the store is asked.
    const bytes = await this.store.size(tenantId, ref.id);
    return { content: await this.store.stream(tenantId, ref.id), bytes };
  }

  /** Keeps a file. What `meta` leaves out is guessed from the other. */
  async write(
    tenantId: string,
    executionId: string,
    content: BlobContent,
    meta: { mimeType?: string; fileName?: string },
  ): Promise<BinaryRef> {
    const { id, bytes } = await this.store.put({ tenantId, executionId }, content);
    return { id, ...describeFile(meta), fileSize: readableSize(bytes), bytes };
  }
}

/** Type, extension and coarse kind of a file, from its media type and its name. */
export function describeFile({ mimeType, fileName }: { mimeType?: string; fileName?: string }): BinaryRef {
  const type = mimeType ?? (fileName === undefined ? null : mime.getType(fileName)) ?? 'application/octet-stream';
  const named = fileName?.match(/\.([A-Za-z0-9]{1,16})$/)?.[1]?.toLowerCase();
  const ref: BinaryRef = { mimeType: type };
  const extension = named ?? (type === 'application/octet-stream' ? undefined : mime.getExtension(type));
  if (fileName !== undefined) ref.fileName = fileName;
  if (extension) ref.fileExtension = extension;
  const kind = kindOf(type);
  if (kind) ref.fileType = kind;
  return ref;
}

function kindOf(type: string): string | undefined {
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'text/html') return 'html';
  if (type === 'application/pdf') return 'pdf';
  return ['image', 'audio', 'video', 'text'].find((kind) => type.startsWith(`${kind}/`));
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size as a person reads it, in steps of 1,000 and with three digits: `1.23 kB`. */
export function readableSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return `${Number((bytes / 1_000 ** step).toPrecision(3))} ${UNITS[step]}`;
}
