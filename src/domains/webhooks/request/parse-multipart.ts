import type { JsonObject } from '@orchestrator/workflow';
import busboy from 'busboy';
import { BodyRefused, type ParsedForm, type Upload } from './body.js';

/** Bounds of one call. The whole body is bounded before it gets here. */
const LIMITS = { fields: 1_000, files: 100, fieldNameSize: 200, fieldSize: 4 * 1024 * 1024, headerPairs: 100 };
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses a `multipart/form-data` body.
 * @throws BodyRefused when it is malformed or has too many parts
 */
export function parseMultipart(content: Buffer, contentType: string): Promise<ParsedForm> {
  const { promise, resolve, reject } = Promise.withResolvers<ParsedForm>();
  const malformed = (error: unknown) => {
    const detail = `The body is not multipart/form-data: ${(error as Error).message}`;
    reject(new BodyRefused({ status: 400, code: 'body.malformed', detail }));
  };
  let parser: busboy.Busboy;
  try {
    parser = busboy({ headers: { 'content-type': contentType }, limits: LIMITS, defParamCharset: 'utf8' });
  } catch (error) {
    malformed(error);
    return promise;
  }
  const value: JsonObject = {};
  const uploads: Upload[] = [];
  parser.on('field', (name, text) => {
    if (FORBIDDEN_NAMES.has(name)) return;
    const known = value[name];
    if (known === undefined) value[name] = text;
    else if (Array.isArray(known)) known.push(text);
    else value[name] = [known, text];
  });
  parser.on('file', (name, stream, { filename, mimeType }) => {
    const chunks: Buffer[] = [];
    // A body that ends inside a file ends its stream with an error, which nobody hearing ends the process.
    stream.on('error', malformed);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (FORBIDDEN_NAMES.has(name)) return;
      uploads.push({ name, content: Buffer.concat(chunks), fileName: filename ?? name, mimeType });
    });
  });
  for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) {
    parser.on(limit, () => {
      const detail = `A form has ${LIMITS.fields} fields and ${LIMITS.files} files at most.`;
      reject(new BodyRefused({ status: 413, code: 'body.too_many_parts', detail }));
    });
  }
  parser.on('error', malformed);
  parser.on('close', () => resolve({ value, uploads }));
  parser.end(content);
  return promise;
}
