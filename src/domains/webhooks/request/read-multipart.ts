import type { BinaryRef, JsonObject } from '@orchestrator/workflow';
import busboy from 'busboy';
import { Problem } from '../../../http/problem.js';
import type { KeepFile, ReadBody } from './body.js';

/** Bounds of one call. The whole body is bounded before it gets here. */
const LIMITS = { fields: 1_000, files: 100, fieldNameSize: 200, fieldSize: 4 * 1024 * 1024, headerPairs: 100 };
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** A file as it came in, before it is kept. */
interface Upload {
  name: string;
  content: Buffer;
  fileName: string;
  mimeType: string;
}

/**
 * Reads a `multipart/form-data` body: fields become `body`, files are kept. Several files under one name are numbered
 * (`up0`, `up1`), as n8n has it; with a `prefix` of the webhook's settings, all are (`file0`, `file1`).
 * @throws Problem 400 when it is malformed or has too many parts
 */
export async function readMultipart(
  content: Buffer,
  contentType: string,
  keep: KeepFile,
  prefix?: string,
): Promise<ReadBody> {
  const { fields, uploads } = await parts(content, contentType);
  const counts = new Map<string, number>();
  for (const { name } of uploads) counts.set(name, (counts.get(name) ?? 0) + 1);
  const next = new Map<string, number>();
  const binary: Record<string, BinaryRef> = {};
  for (const [place, { name, content: bytes, fileName, mimeType }] of uploads.entries()) {
    const number = next.get(name) ?? 0;
    next.set(name, number + 1);
    const own = (counts.get(name) ?? 0) > 1 ? `${name}${number}` : name;
    const property = prefix === undefined ? own : `${prefix}${place}`;
    binary[property] = await keep(bytes, { fileName, mimeType });
  }
  return uploads.length > 0 ? { body: fields, binary } : { body: fields };
}

function parts(content: Buffer, contentType: string): Promise<{ fields: JsonObject; uploads: Upload[] }> {
  const malformed = (detail: string) =>
    new Problem(400, 'body.malformed', `The body is not multipart/form-data: ${detail}`);
  return new Promise((resolve, reject) => {
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: { 'content-type': contentType }, limits: LIMITS, defParamCharset: 'utf8' });
    } catch (error) {
      reject(malformed((error as Error).message));
      return;
    }
    const fields: JsonObject = {};
    const uploads: Upload[] = [];
    parser.on('field', (name, value) => {
      if (FORBIDDEN_NAMES.has(name)) return;
      const known = fields[name];
      fields[name] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value];
    });
    parser.on('file', (name, stream, info) => {
      const chunks: Buffer[] = [];
      // A body that ends inside a file ends its stream with an error, which nobody hearing ends the process.
      stream.on('error', (error) => reject(malformed(error.message)));
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (!FORBIDDEN_NAMES.has(name))
          uploads.push({
            name,
            content: Buffer.concat(chunks),
            fileName: info.filename ?? name,
            mimeType: info.mimeType,
          });
      });
    });
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
      parser.on(limit, () =>
        reject(
          new Problem(
            413,
            'body.too_many_parts',
            `A form has ${LIMITS.fields} fields and ${LIMITS.files} files at most.`,
          ),
        ),
      );
    }
    parser.on('error', (error) => reject(malformed((error as Error).message)));
    parser.on('close', () => resolve({ fields, uploads }));
    parser.end(content);
  });
}
