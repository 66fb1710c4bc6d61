import { Readable } from 'node:stream';
import { type BlobFiles, BlobMissing } from '@orchestrator/runtime';
import type { BinaryRef } from '@orchestrator/workflow';
import type { FastifyReply } from 'fastify';
import { Problem } from '../../../http/problem.js';
import type { Answer } from './answer.js';
import { safeHeaders } from './safe-headers.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/html; charset=utf-8';
/** Without the file's id: that has the id of the run in it. */
const NO_FILE = 'The file to answer with is not there any more.';

/**
 * Writes a workflow's answer.
 * @param confined whether the answer's origin is shared, with other tenants or with the app
 */
export function writeAnswer(
  reply: FastifyReply,
  answer: Answer,
  tenantId: string,
  files: BlobFiles,
  confined: boolean,
): void | Promise<void> {
  const headers = safeHeaders(answer.headers, confined);
  const { body } = answer;
  reply.code(answer.status);
  if (body === undefined) {
    reply.headers(headers).send('');
    return;
  }
  if ('file' in body) return writeFile(reply, headers, body.file, tenantId, files);
  if ('json' in body) {
    headers['content-type'] ??= JSON_TYPE;
    reply.headers(headers).send(JSON.stringify(body.json));
    return;
  }
  headers['content-type'] ??= TEXT_TYPE;
  reply.headers(headers).send(body.text);
}

async function writeFile(
  reply: FastifyReply,
  headers: ReturnType<typeof safeHeaders>,
  file: BinaryRef,
  tenantId: string,
  files: BlobFiles,
): Promise<void> {
  const { content, bytes } = await files.open(tenantId, file).catch((error: unknown) => {
    if (error instanceof BlobMissing) throw new Problem(500, 'webhook.no_file', NO_FILE);
    throw error;
  });
  headers['content-type'] ??= safeHeaders({ 'content-type': file.mimeType }, false)['content-type'] as string;
  headers['content-length'] = String(bytes);
  reply.headers(headers).send(content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content));
}
