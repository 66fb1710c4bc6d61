import type { JsonValue } from '@orchestrator/workflow';

/** A way into a value: names of fields and places in lists. */
export type Path = readonly (string | number)[];

const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** A path as it is written behind a value: `.a.b[0]["c d"]`. */
export const pathText = (path: Path): string =>
  path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : PLAIN.test(key) ? `.${key}` : `[${unclosed(JSON.stringify(key))}]`,
    )
    .join('');

/** Two braces within a name would end the expression that it stands in. */
const unclosed = (literal: string): string => literal.replaceAll('}}', '}\\u007d');

/** The expression that reads a field: of the node's own input, or of another node's item. */
export const referenceTo = (path: Path, node?: string): string =>
  node === undefined ? `$json${pathText(path)}` : `$(${quoted(node)}).item.json${pathText(path)}`;

/** A text in single quotes, as people write names of nodes. */
export const quoted = (text: string): string =>
  unclosed(`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`);

/** The path that a text such as `.a["b"][0].` ends with, read from its start; nothing when it is none. */
export function readPath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  let rest = text;
  while (rest !== '') {
    const match = /^(?:\??\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\['((?:[^'\\]|\\.)*)'\])/.exec(rest);
    if (!match) return undefined;
    const [whole, name, index, double, single] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else if (double !== undefined) path.push(JSON.parse(double));
    else path.push((single ?? '').replace(/\\(.)/g, '$1'));
    rest = rest.slice(whole.length);
  }
  return path;
}

/** What is there; own fields only. */
export function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at as JsonValue | undefined;
}
