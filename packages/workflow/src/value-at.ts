import type { JsonValue } from './json.js';

/** What stands at a path such as `a.b[0].c`, of own fields alone; `undefined` when nothing does. */
export function valueAt(value: JsonValue, path: string): JsonValue | undefined {
  let at: JsonValue | undefined = value;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as { [name: string]: JsonValue })[step];
  }
  return at;
}
