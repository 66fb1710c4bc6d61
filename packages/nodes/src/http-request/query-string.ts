/** How an array is written in a query or a form. */
export type ArrayFormat = 'indices' | 'brackets' | 'repeat';

/** Nesting deeper than this is no query any more; it also ends what could not be encoded in a finite time. */
const MAX_DEPTH = 20;

/**
 * Fields as `name=value` pairs joined by `&`, in UTF-8 with everything but RFC 3986's unreserved characters
 * percent-encoded. Objects nest in brackets; `null` is empty; what is undefined is left out.
 */
export function encodeQuery(fields: Readonly<Record<string, unknown>>, arrays: ArrayFormat = 'indices'): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(fields)) append(pairs, name, value, arrays, 0);
  return pairs.join('&');
}

function append(pairs: string[], name: string, value: unknown, arrays: ArrayFormat, depth: number): void {
  if (value === undefined || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const key = arrays === 'repeat' ? name : `${name}[${arrays === 'indices' ? index : ''}]`;
      append(pairs, key, each, arrays, depth + 1);
    }
  } else if (typeof (value as { toJSON?: unknown } | null)?.toJSON === 'function') {
    append(pairs, name, (value as { toJSON(): unknown }).toJSON(), arrays, depth + 1); // dates
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) append(pairs, `${name}[${key}]`, each, arrays, depth + 1);
  } else {
    pairs.push(`${encode(name)}=${encode(value === null ? '' : String(value))}`);
  }
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The URL with further query parameters behind its own. */
export function withQuery(url: string, query: string): string {
  if (query === '') return url;
  const [address = '', fragment] = url.split('#', 2);
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
  return `${address}${joint}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
