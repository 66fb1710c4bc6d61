import { NodeFault, type RegexRunner } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** How to find and what to put in the names of fields. */
export interface KeyPattern {
  pattern: string;
  replacement: string;
  ignoreCase: boolean;
  /** Levels of objects below the top, -1 for all. */
  depth: number;
}

/** Renames the keys of an object and of those in it, in place, inner ones first. The first match in a name counts. */
export async function renameByPattern(json: JsonObject, how: KeyPattern, regex: RegexRunner): Promise<void> {
  if (how.pattern === '') return;
  const flags = how.ignoreCase ? 'i' : '';
  const known = new Map<string, string>();
  const newName = async (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const after = await regex.replace(how.pattern, flags, name, how.replacement);
    if (after === '__proto__') {
      throw new NodeFault('A field can not be called "__proto__"', { code: 'field.forbidden', retryable: false });
    }
    known.set(name, after);
    return after;
  };
  await renameWithin(json, how.depth, newName);
}

async function renameWithin(
  value: JsonObject | JsonValue[],
  depth: number,
  newName: (name: string) => Promise<string>,
): Promise<void> {
  if (Array.isArray(value)) {
    if (depth !== 0) for (const each of value) if (isContainer(each)) await renameWithin(each, depth - 1, newName);
    return;
  }
  for (const name of Object.keys(value)) {
    const inner = value[name];
    if (isContainer(inner) && depth !== 0) await renameWithin(inner, depth - 1, newName);
    const after = await newName(name);
    if (after === name || !Object.hasOwn(value, name)) continue;
    value[after] = value[name];
    delete value[name];
  }
}

function isContainer(value: JsonValue | undefined): value is JsonObject | JsonValue[] {
  return typeof value === 'object' && value !== null;
}
