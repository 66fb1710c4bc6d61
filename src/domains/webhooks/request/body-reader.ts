import { Injectable } from '@nestjs/common';
import type { BinaryRef } from '@orchestrator/workflow';
import { Problem } from '../../../http/problem.js';
import { MainThread } from '../../../infrastructure/fairness/main-thread.js';
import { joinJson } from '../../../infrastructure/json/join-json.js';
import { LARGE_BYTES } from '../../../infrastructure/json/json-bounds.js';
import { WorkerFault } from '../../../infrastructure/workers/worker-fault.js';
import { WorkerPool } from '../../../infrastructure/workers/worker-pool.js';
import { workerTask } from '../../../infrastructure/workers/worker-task.js';
import { BodyRefused, type KeepFile, type ParsedBody, type ReadBody, type Upload } from './body.js';
import { isUtf8 } from './charset.js';
import { bodyKind, mediaType } from './media-type.js';
import { parseBody } from './parse-body.js';

export interface BodyRules {
  /** Keep the body as a file under this name, whatever its type. */
  asFile?: string;
  /** Keep the body as it came, as a file, beside what was read of it. */
  raw?: boolean;
  /** Name of the file property where the body is kept as a file. */
  fileProperty: string;
  /** Number the files of a form behind this name, in place of the names of their fields. */
  filePrefix?: string;
  /** Keep JSON by a name of its own (`application/vnd.api+json`) as a file. */
  suffixedJsonAsFile?: boolean;
}

/** A body as it came in. */
export interface GivenBody {
  content: Buffer;
  contentType: string | undefined;
  /** The tenant that it is for. */
  tenantId: string;
}

const BYTES = 'application/octet-stream';
const PARSE = workerTask<typeof import('./parse-body.task.js').default>(
  new URL('./parse-body.task.js', import.meta.url),
);

/**
 * Reads the bodies of webhook calls by their content type: JSON, form, multipart, XML and plain text become the item's
 * `body`; everything else is kept as a file. Large ones are parsed by a thread.
 */
@Injectable()
export class BodyReader {
  constructor(
    private readonly workers: WorkerPool,
    private readonly turns: MainThread,
  ) {}

  /**
   * @param keep keeps files
   * @throws Problem 400, 413 when the body is not what its content type says, or over its bounds; WorkerFault
   */
  read(given: GivenBody, rules: BodyRules, keep: KeepFile): ReadBody | Promise<ReadBody> {
    const { content, contentType } = given;
    const type = mediaType(contentType);
    if (rules.asFile !== undefined && type !== 'multipart/form-data') {
      return content.length === 0 ? { body: {} } : asFile(content, type, rules.asFile, keep);
    }
    if (rules.raw) return this.withRaw(given, type, rules, keep);
    if (content.length === 0) return { body: {} };
    const parsed = this.parse(given, rules);
    if (parsed === undefined) return asFile(content, type, rules.fileProperty, keep);
    if (parsed instanceof Promise) return parsed.then((each) => withFiles(each, keep, rules.filePrefix));
    return { body: parsed.value };
  }

  /** The body twice: as a file without a name, and as far as it can be read. */
  private async withRaw(given: GivenBody, type: string, rules: BodyRules, keep: KeepFile): Promise<ReadBody> {
    const { content } = given;
    const { fileName: _, fileExtension: __, ...raw } = await keep(content, { mimeType: type || undefined });
    const binary = { [rules.fileProperty]: raw as BinaryRef };
    if (content.length === 0) return { body: {}, binary };
    const parsed = await this.parse(given, rules);
    if (!parsed) return { binary } as unknown as ReadBody;
    const read = await withFiles(parsed, keep, rules.filePrefix);
    return { body: read.body, binary: { ...binary, ...read.binary } };
  }

  private parse(given: GivenBody, rules: BodyRules): ParsedBody | Promise<ParsedBody> | undefined {
    const { content, contentType } = given;
    const kind = bodyKind(contentType);
    if (kind === 'json' && rules.suffixedJsonAsFile && mediaType(contentType) !== 'application/json') return undefined;
    // Plain text costs little where it is in UTF-8, and what is kept as a file nothing.
    const isCheap = kind === undefined || (kind === 'text' && isUtf8(content, contentType, kind));
    if (content.length >= LARGE_BYTES && !isCheap) return this.parseLarge(given);
    try {
      const parsed = parseBody(content, contentType);
      return parsed instanceof Promise ? parsed.catch(refuse) : parsed;
    } catch (error) {
      return refuse(error);
    }
  }

  private async parseLarge({ content, contentType = '', tenantId }: GivenBody): Promise<ParsedBody> {
    const parsed = await this.workers
      // Copied: a call whose address has just moved is read once more.
      .run(PARSE, { bytes: content as Buffer<ArrayBuffer>, contentType }, { owner: tenantId })
      .catch((error: unknown) => refuse(error instanceof WorkerFault ? costly(error) : error));
    if ('refusal' in parsed) throw new Problem(parsed.refusal.status, parsed.refusal.code, parsed.refusal.detail);
    if ('isEmpty' in parsed) return { value: {} };
    const value = await this.turns.inTurns(tenantId, joinJson(parsed.json));
    return { value: value === null ? {} : value, uploads: parsed.uploads };
  }
}

/** A body that no thread could read within its time and memory is at fault itself. */
function costly(fault: WorkerFault): Error {
  if (fault.code !== 'workers.timeout' && fault.code !== 'workers.failed') return fault;
  const detail = 'To read the body takes more time or memory than one call may use. Send it in parts, or as a file.';
  return new BodyRefused({ status: 413, code: 'body.too_costly', detail });
}

function refuse(error: unknown): never {
  if (!(error instanceof BodyRefused)) throw error;
  const { status, code, detail } = error.refusal;
  throw new Problem(status, code, detail);
}

async function asFile(content: Buffer, type: string, name: string, keep: KeepFile): Promise<ReadBody> {
  const file = await keep(content, { mimeType: type || undefined });
  // Bytes of no other type are told by their extension too, as n8n does.
  const kept = file.mimeType === BYTES ? { fileExtension: 'bin', ...file } : file;
  return { body: {}, binary: { [name]: kept } };
}

async function withFiles({ value, uploads }: ParsedBody, keep: KeepFile, prefix?: string): Promise<ReadBody> {
  return uploads?.length ? { body: value, binary: await keepUploads(uploads, keep, prefix) } : { body: value };
}

/**
 * Keeps the files of a form. Several under one name are numbered (`up0`, `up1`), as n8n has it; with a `prefix` of the
 * webhook's settings, all are (`file0`, `file1`).
 */
async function keepUploads(uploads: readonly Upload[], keep: KeepFile, prefix?: string) {
  const counts = new Map<string, number>();
  for (const { name } of uploads) counts.set(name, (counts.get(name) ?? 0) + 1);
  const next = new Map<string, number>();
  const binary: Record<string, BinaryRef> = {};
  for (const [place, { name, content, fileName, mimeType }] of uploads.entries()) {
    const number = next.get(name) ?? 0;
    next.set(name, number + 1);
    const own = (counts.get(name) ?? 0) > 1 ? `${name}${number}` : name;
    binary[prefix === undefined ? own : `${prefix}${place}`] = await keep(content, { fileName, mimeType });
  }
  return binary;
}
