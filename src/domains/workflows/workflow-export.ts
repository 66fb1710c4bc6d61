import type { WorkflowDocument } from '@orchestrator/workflow';
import { jsonSteps } from './document-text.js';

/** Makes a text in the turns of whoever asks. */
export type InTurns = (steps: Generator<void, string>) => Promise<string>;

/** One document as a file of its own: laid out, for people and for version control. */
export async function documentFile(document: WorkflowDocument, inTurns: InTurns): Promise<string> {
  return `${await inTurns(jsonSteps(document, 2))}\n`;
}

/** Several documents as one JSON list, a piece at a time. */
export async function* listFile(documents: AsyncIterable<WorkflowDocument>, inTurns: InTurns): AsyncGenerator<string> {
  let before = '[';
  for await (const document of documents) {
    yield `${before}\n${await inTurns(jsonSteps(document, 2))}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

/** One document on a line. */
export async function documentLine(document: WorkflowDocument, inTurns: InTurns): Promise<string> {
  return `${await inTurns(jsonSteps(document, 0))}\n`;
}

/** Several documents, one a line. */
export async function* linesFile(documents: AsyncIterable<WorkflowDocument>, inTurns: InTurns): AsyncGenerator<string> {
  for await (const document of documents) yield await documentLine(document, inTurns);
}

const NAME_LIMIT = 80;

/** `Content-Disposition` of a file that is named after a workflow (RFC 6266): in letters of any script, and for old clients in ASCII. */
export function attachment(name: string, extension: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, NAME_LIMIT);
  const file = (text: string) => `${text || 'workflow'}.${extension}`;
  const ascii = plain.replace(/[^a-z0-9-]/g, '_');
  const encoded = encodeURIComponent(file(plain.toWellFormed()));
  return `attachment; filename="${file(ascii)}"; filename*=UTF-8''${encoded}`;
}
