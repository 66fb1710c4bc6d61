/** A workflow in a file or a paste, not looked into yet: the server translates it. */
export interface Candidate {
  /** What a person knows it by: its own name, else the file's. */
  name: string;
  document: Record<string, unknown>;
}

/** Text that holds no workflow. `why` is a key of the texts. */
export class NotAWorkflow extends Error {
  readonly why: 'notJson' | 'noWorkflow';
  constructor(why: 'notJson' | 'noWorkflow') {
    super(why);
    this.why = why;
  }
}

/**
 * The workflows in a text: one document, a list of them (an export of several), or n8n's wrappers around one
 * (`{workflow: ...}` as its API answers, `{data: [...]}` as its list does).
 * @throws NotAWorkflow
 */
export function readImport(text: string, from: string): readonly Candidate[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new NotAWorkflow('notJson');
  }
  const found = candidates(parsed);
  if (found.length === 0) throw new NotAWorkflow('noWorkflow');
  return found.map((document, index) => ({
    name: typeof document.name === 'string' && document.name ? document.name : nameFrom(from, index, found.length),
    document,
  }));
}

/** Whether a paste is worth a try, without reading all of it. */
export const looksLikeWorkflow = (text: string): boolean => /^\s*[[{]/.test(text) && text.includes('"nodes"');

function candidates(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(candidates);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  if (Array.isArray(record.nodes)) return [record];
  return ['workflow', 'workflows', 'data'].flatMap((name) => candidates(record[name]));
}

function nameFrom(file: string, index: number, count: number): string {
  const name = file.replace(/\.json$/i, '');
  return count > 1 ? `${name} ${index + 1}` : name;
}
