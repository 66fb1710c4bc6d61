import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import type { Parameter, ParameterSet, ShowWhen } from './parameters.js';

/** Evaluates a value that may hold expressions at any depth; gives what has none back as it is. */
export type EvaluateValue = (value: JsonValue) => Promise<JsonValue | undefined>;

/**
 * The values of a set of parameters as a node's code gets them: hidden ones keep their default unevaluated, absent ones
 * take it, the rest is evaluated and brought to its declared type where that loses nothing.
 *
 * @param raw parameters as they stand in the document
 * @param only names to resolve; all when left out (conditions of `show` and `hide` are evaluated as they are needed)
 */
export async function parameterValues(
  set: ParameterSet,
  raw: JsonObject,
  evaluate: EvaluateValue,
  only?: readonly string[],
): Promise<Record<string, unknown>> {
  return new Resolution(evaluate, set, raw).level(set, raw, only);
}

class Resolution {
  constructor(
    private readonly evaluate: EvaluateValue,
    private readonly topSet: ParameterSet,
    private readonly topRaw: JsonObject,
  ) {}

  async level(set: ParameterSet, raw: JsonObject, only?: readonly string[]): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    for (const name of only ?? Object.keys(set)) {
      const parameter = set[name];
      if (parameter) values[name] = await this.one(parameter, own(raw, name), set, raw);
    }
    return values;
  }

  private async one(parameter: Parameter, given: JsonValue | undefined, set: ParameterSet, raw: JsonObject) {
    const shown =
      (await this.matches(parameter.show, set, raw, true)) && !(await this.matches(parameter.hide, set, raw, false));
    return this.value(parameter, shown ? given : undefined);
  }

  private async value(parameter: Parameter, given: JsonValue | undefined): Promise<unknown> {
    const value = given === undefined ? parameter.default : given;
    switch (parameter.kind) {
      case 'group':
        return this.level(parameter.fields, asObject(await this.whole(value)));
      case 'collection': {
        const fields = asObject(await this.whole(value));
        return this.level(
          parameter.fields,
          fields,
          Object.keys(parameter.fields).filter((f) => own(fields, f) !== undefined),
        );
      }
      case 'list': {
        const list = await this.whole(value);
        const entries: unknown[] = [];
        for (const each of Array.isArray(list) ? list : [])
          entries.push(await this.level(parameter.fields, asObject(each)));
        return entries;
      }
      case 'notice':
        return undefined;
      default:
        return value === undefined || parameter.literal
          ? value
          : toKind(parameter, (await this.evaluate(value)) as JsonValue | undefined);
    }
  }

  /** A group that is one expression as a whole is evaluated before its fields are read. */
  private async whole(value: JsonValue | undefined): Promise<JsonValue | undefined> {
    return typeof value === 'string' && value.startsWith('=') ? this.evaluate(value) : value;
  }

  private async matches(
    when: ShowWhen | undefined,
    set: ParameterSet,
    raw: JsonObject,
    every: boolean,
  ): Promise<boolean> {
    if (!when) return every;
    for (const [key, wanted] of Object.entries(when)) {
      const top = key.startsWith('/');
      const name = top ? key.slice(1) : key;
      const parameter = (top ? this.topSet : set)[name];
      const value = parameter ? await this.value(parameter, own(top ? this.topRaw : raw, name)) : undefined;
      const found = wanted.some((w) => w === value);
      if (every && !found) return false;
      if (!every && found) return true;
    }
    return every;
  }
}

function toKind(parameter: Parameter, value: JsonValue | undefined): JsonValue | undefined {
  switch (parameter.kind) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? '');
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function asObject(value: JsonValue | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
