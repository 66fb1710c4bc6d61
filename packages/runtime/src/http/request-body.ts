import { randomBytes } from 'node:crypto';
import type { HttpRequest, MultipartPart } from '@orchestrator/node-sdk';
import type { BinaryRef } from '@orchestrator/workflow';

/** A body ready to be sent, once: a redirect that keeps the body encodes it anew. */
export interface EncodedBody {
  content: Uint8Array | AsyncIterable<Uint8Array>;
  /** Bytes. Always known, for many servers refuse bodies of unknown length. */
  length: number;
  contentType?: string;
}

/** Opens a file of an item: its bytes, as a stream or as they are, and how many they are. */
export type OpenFile = (ref: BinaryRef) => Promise<{ content: Uint8Array | AsyncIterable<Uint8Array>; bytes: number }>;

/** Encodes the body of a request; files are streamed, never held whole. */
export async function encodeBody(body: HttpRequest['body'], open: OpenFile): Promise<EncodedBody | undefined> {
  if (body === undefined) return undefined;
  if (typeof body === 'string') {
    const content = Buffer.from(body);
    return { content, length: content.length };
  }
  if (body instanceof Uint8Array) return { content: body, length: body.length };
  if ('blob' in body) {
    const { content, bytes } = await open(body.blob);
    return { content, length: bytes, contentType: body.blob.mimeType };
  }
  return encodeMultipart(body.multipart, open);
}

/** `multipart/form-data` as RFC 7578 and the HTML standard write it. */
async function encodeMultipart(parts: readonly MultipartPart[], open: OpenFile): Promise<EncodedBody> {
  const boundary = `----orchestrator${randomBytes(18).toString('hex')}`;
  const pieces: { content: Uint8Array | AsyncIterable<Uint8Array>; bytes: number }[] = [];
  const write = (text: string) => {
    const content = Buffer.from(text);
    pieces.push({ content, bytes: content.length });
  };
  for (const part of parts) {
    write(`--${boundary}\r\n${partHead(part)}\r\n`);
    if (typeof part.value === 'string') write(part.value);
    else if (part.value instanceof Uint8Array) pieces.push({ content: part.value, bytes: part.value.length });
    else pieces.push(await open(part.value.blob));
    write('\r\n');
  }
  write(`--${boundary}--\r\n`);
  return {
    content: inOrder(pieces.map(({ content }) => content)),
    length: pieces.reduce((sum, { bytes }) => sum + bytes, 0),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function partHead({ name, fileName, contentType, value }: MultipartPart): string {
  const isFile = typeof value !== 'string';
  const file = fileName ?? (isFile ? (('blob' in value ? value.blob.fileName : undefined) ?? 'file') : undefined);
  const type =
    contentType ?? (isFile ? ('blob' in value ? value.blob.mimeType : '') || 'application/octet-stream' : undefined);
  return [
    `Content-Disposition: form-data; name="${quoted(name)}"${file === undefined ? '' : `; filename="${quoted(file)}"`}\r\n`,
    type === undefined ? '' : `Content-Type: ${type.replace(/[\r\n]/g, ' ')}\r\n`,
  ].join('');
}

/** Names as the HTML standard escapes them, which also keeps line breaks from making headers. */
function quoted(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22');
}

async function* inOrder(pieces: readonly (Uint8Array | AsyncIterable<Uint8Array>)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else yield* piece;
  }
}
