import { takesBody } from './curl.ts';

/** A call as a person describes it. */
export interface CallDraft {
  method: string;
  /** Path of the address, with the names of its parameters: `/webhook-test/a1/orders/:id`. */
  path: string;
  /** Values of those parameters. */
  values: Readonly<Record<string, string>>;
  /** What follows the `?`. */
  query: string;
  /** A header a line: `name: value`. */
  headers: string;
  body: string;
}

/** The names in a path that a call puts values for, in order. */
export const parameterNames = (path: string): string[] =>
  path.split('/').flatMap((part) => (part.length > 1 && part.startsWith(':') ? [part.slice(1)] : []));

/** The path with its values, and the query. */
export function targetOf({ path, values, query }: Pick<CallDraft, 'path' | 'values' | 'query'>): string {
  const filled = path
    .split('/')
    .map((part) => (part.length > 1 && part.startsWith(':') ? encodeURIComponent(values[part.slice(1)] ?? '') : part))
    .join('/');
  const asked = query.trim().replace(/^\?/, '');
  return asked ? `${filled}?${asked}` : filled;
}

/**
 * Reads headers, one a line; lines that are empty are passed over.
 * @returns them, or the first line that is no header
 */
export function readHeaders(text: string): { headers: [string, string][] } | { wrong: string } {
  const headers: [string, string][] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, name, value = ''] = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) return { wrong: line };
    headers.push([name, value]);
  }
  return { headers };
}

/** What is sent: with a body, its kind is JSON unless a header says otherwise. */
export function requestOf(draft: CallDraft, headers: readonly [string, string][]) {
  const hasBody = takesBody(draft.method);
  const named = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const all: [string, string][] = hasBody && !named ? [['content-type', 'application/json'], ...headers] : [...headers];
  return { method: draft.method, target: targetOf(draft), headers: all, body: hasBody ? draft.body : undefined };
}

const TEXTS = /^(text\/|application\/([\w.+-]*\+)?(json|xml|javascript|x-www-form-urlencoded))/i;

/** Whether an answer of this kind can be read as text. Without a kind it is tried. */
export const isText = (contentType: string | null): boolean => !contentType || TEXTS.test(contentType);

/** JSON laid out to be read; any other text as it is. */
export function readable(text: string, contentType: string | null): string {
  if (!contentType?.includes('json')) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
