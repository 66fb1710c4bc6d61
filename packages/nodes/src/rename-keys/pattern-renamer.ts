import type { RegexRunner } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { isSafeFieldPath } from '../field-path/field-path.js';

export interface RenamePattern {
  pattern: string;
  replacement: string;
  ignoreCase: boolean;
}

/** Renames fields by regular expressions, each name asked for once: items of one list mostly have the same. */
export class PatternRenamer {
  private readonly known = new Map<string, string>();
  constructor(private readonly regex: RegexRunner) {}

  /**
   * A copy with the fields renamed. A new name takes the place of a field that has it already.
   *
   * @param depth levels of objects and lists below to go into; less than 0 for all
   */
  async rename(json: JsonObject, pattern: RenamePattern, depth: number): Promise<JsonObject> {
    const renamed: JsonObject = {};
    const moved: [string, JsonValue | undefined][] = [];
    for (const [key, value] of Object.entries(json)) {
      const below = depth === 0 ? value : await this.inside(value, pattern, depth - 1);
      const name = await this.nameOf(key, pattern);
      if (name === key) renamed[key] = below;
      else moved.push([name, below]);
    }
    for (const [name, value] of moved) renamed[name] = value;
    return renamed;
  }

  private async inside(
    value: JsonValue | undefined,
    pattern: RenamePattern,
    depth: number,
  ): Promise<JsonValue | undefined> {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value)) return this.rename(value, pattern, depth);
    if (depth === 0) return value;
    const list: JsonValue[] = [];
    for (const each of value) list.push((await this.inside(each, pattern, depth - 1)) as JsonValue);
    return list;
  }

  private async nameOf(key: string, { pattern, replacement, ignoreCase }: RenamePattern): Promise<string> {
    const asked = JSON.stringify([pattern, replacement, ignoreCase, key]);
    let name = this.known.get(asked);
    if (name === undefined) {
      const given = await this.regex.replace(pattern, ignoreCase ? 'i' : '', key, replacement);
      name = isSafeFieldPath(given, { dotNotation: false }) ? given : key;
      this.known.set(asked, name);
    }
    return name;
  }
}
