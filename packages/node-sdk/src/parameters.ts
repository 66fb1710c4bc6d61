import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/**
 * When a parameter is shown (and therefore read): every key names a sibling parameter (`/name` one of the top level)
 * and lists the values that show it. A parameter that is not shown is not evaluated and keeps its default.
 */
export type ShowWhen = Readonly<Record<string, readonly JsonValue[]>>;

/** What all kinds of parameters have. */
export interface ParameterBase {
  label: string;
  /** One plain sentence under the field. */
  description?: string;
  placeholder?: string;
  required?: boolean;
  /** Never an expression: the value is used as it stands (ids, code, modes that decide the shape of the node). */
  literal?: boolean;
  /**
   * Read by the node itself, later than the others (`ctx.evaluate`): the node's code gets what was typed, expressions as
   * their text. Names what its expressions see besides, such as `$response`.
   */
  deferred?: readonly string[];
  /** Set by what is imported alone: a form shows it once something is set in it. */
  legacy?: boolean;
  show?: ShowWhen;
  hide?: ShowWhen;
}

export interface Choice<V extends string | number | boolean = string> {
  value: V;
  label: string;
  description?: string;
}

/** One condition of a `filter` parameter. */
export interface FilterCondition {
  id?: string;
  left: JsonValue;
  right?: JsonValue;
  operator: {
    type: ConditionType;
    operation: string;
    /** Type of the second value where it is not the one that the operation asks for by itself. */
    rightType?: ConditionType;
  };
}
export type ConditionType = 'string' | 'number' | 'boolean' | 'dateTime' | 'array' | 'object' | 'any';
export interface FilterValue {
  combinator: 'and' | 'or';
  conditions: FilterCondition[];
  caseSensitive?: boolean;
  /**
   * `strict`: a value of another type than the operator's is an error. `loose`: it is converted where it can be.
   * `none`: values are compared as they stand, as the oldest workflows have it.
   */
  typeValidation?: 'strict' | 'loose' | 'none';
  /** n8n's version of the semantics, 1 to 3. Default 3. */
  version?: 1 | 2 | 3;
}
/** One field of an `assignments` parameter. */
export interface Assignment {
  id?: string;
  name: string;
  value: JsonValue;
  type: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'binary' | 'any';
}

/** The declaration of one parameter; `V` is the type that the node's code gets. */
export type Parameter<V = unknown> = ParameterBase & ParameterKind & { default?: JsonValue; readonly __value?: V };

export type ParameterKind =
  | {
      kind: 'string';
      multiline?: boolean;
      password?: boolean /** editor language */;
      language?: 'html' | 'sql' | 'json';
      /** The name of a time zone: a person chooses one from a list. */
      format?: 'timezone';
    }
  | { kind: 'number'; min?: number; max?: number; integer?: boolean }
  | { kind: 'boolean' }
  | {
      kind: 'options';
      choices: readonly Choice<string | number | boolean>[] /** name of a loader in `NodeDefinition.loaders` */;
      load?: string;
    }
  | {
      kind: 'multiOptions';
      choices: readonly Choice<string | number>[];
      load?: string;
      /** Nearly always one is chosen: a click takes it in place of the other. At least one stays. */
      usuallyOne?: boolean;
    }
  | { kind: 'dateTime' }
  /** A document of JSON that a person writes, such as the body of a request. What has a known shape is no `json`. */
  | { kind: 'json' }
  | { kind: 'code'; language: 'javascript' | 'python' }
  | { kind: 'filter' }
  /** `takenBy` names a parameter of the kind `workflow`: what that workflow declares to take is offered. */
  | { kind: 'assignments'; takenBy?: string }
  /** A group of optional fields: those that were added, by name. */
  | { kind: 'collection'; fields: ParameterSet }
  /** A group of fields that is always there. */
  | { kind: 'group'; fields: ParameterSet }
  /** A list of groups. */
  | {
      kind: 'list';
      fields: ParameterSet;
      /** What one entry is called, within a sentence: "rule". */
      itemLabel?: string;
      sortable?: boolean;
      /** An empty list is shown with its first entry, to be filled in: where the list is what the node is about. */
      opened?: boolean;
      /** The field by which entries are told apart: two with the same value are told of. */
      unique?: string;
    }
  /** A thing picked from a list, by id, by URL or by name: `{mode, value, cachedName?}`. */
  | { kind: 'resource'; modes: readonly ('list' | 'id' | 'url' | 'name')[]; load?: string }
  | { kind: 'workflow' }
  /** Any value, kept as it is; a person gives it by the named control, or by an expression. */
  | { kind: 'any'; control: AnyControl }
  | { kind: 'notice'; text: string };

/**
 * How a person gives a value of any type: a line or lines of text, a number, a date with its time. `none`: not at all, it
 * is written by an import and kept.
 */
export type AnyControl = 'text' | 'lines' | 'number' | 'dateTime' | 'none';

export type ParameterSet = Readonly<Record<string, Parameter<any>>>;

/** The values that a node's code gets for a set of parameters. */
export type ParameterValues<P extends ParameterSet> = {
  -readonly [K in keyof P]: P[K] extends Parameter<infer V> ? V : never;
};
type Options<K extends ParameterKind['kind']> = ParameterBase & Omit<Extract<ParameterKind, { kind: K }>, 'kind'>;

/** Builders, one for each kind. The default's type and the kind give the type of the value. */
export const param = {
  string: (o: Options<'string'> & { default?: string }): Parameter<string> => ({
    ...o,
    kind: 'string',
    default: o.default ?? '',
  }),
  number: <D extends number | null = number>(
    o: Options<'number'> & { default?: D },
  ): Parameter<D extends null ? number | null : number> => ({
    ...o,
    kind: 'number',
    default: o.default === undefined ? 0 : o.default,
  }),
  boolean: (o: ParameterBase & { default?: boolean }): Parameter<boolean> => ({
    ...o,
    kind: 'boolean',
    default: o.default ?? false,
  }),
  options: <const C extends readonly Choice<string | number | boolean>[]>(
    o: ParameterBase & { choices: C; load?: string; default?: C[number]['value'] },
  ): Parameter<C[number]['value']> => ({ ...o, kind: 'options', default: o.default ?? o.choices[0]?.value ?? '' }),
  multiOptions: <const C extends readonly Choice<string | number>[]>(
    o: ParameterBase & { choices: C; load?: string; usuallyOne?: boolean; default?: C[number]['value'][] },
  ): Parameter<C[number]['value'][]> => ({ ...o, kind: 'multiOptions', default: o.default ?? [] }),
  dateTime: (o: ParameterBase & { default?: string }): Parameter<string> => ({
    ...o,
    kind: 'dateTime',
    default: o.default ?? '',
  }),
  /** A document of JSON, as text or as a value; the code gets what was given (text is not parsed). */
  json: (o: ParameterBase & { default?: JsonValue }): Parameter<JsonValue> => ({
    ...o,
    kind: 'json',
    default: o.default ?? '{}',
  }),
  code: (o: Options<'code'> & { default?: string }): Parameter<string> => ({
    literal: true,
    ...o,
    kind: 'code',
    default: o.default ?? '',
  }),
  filter: (o: ParameterBase & { default?: FilterValue }): Parameter<FilterValue> => ({
    ...o,
    kind: 'filter',
    default: (o.default ?? { combinator: 'and', conditions: [] }) as unknown as JsonObject,
  }),
  assignments: (o: Options<'assignments'> & { default?: Assignment[] }): Parameter<Assignment[]> => ({
    ...o,
    kind: 'assignments',
    default: (o.default ?? []) as unknown as JsonValue,
  }),
  collection: <F extends ParameterSet>(o: ParameterBase & { fields: F }): Parameter<Partial<ParameterValues<F>>> => ({
    ...o,
    kind: 'collection',
    default: {},
  }),
  group: <F extends ParameterSet>(
    o: ParameterBase & { fields: F; default?: JsonObject },
  ): Parameter<ParameterValues<F>> => ({ ...o, kind: 'group', default: o.default ?? {} }),
  list: <F extends ParameterSet>(
    o: Omit<Options<'list'>, 'fields'> & { fields: F; default?: JsonObject[] },
  ): Parameter<ParameterValues<F>[]> => ({ ...o, kind: 'list', default: (o.default ?? []) as JsonValue }),
  resource: (
    o: Options<'resource'> & { default?: JsonObject },
  ): Parameter<{ mode: string; value: string; cachedName?: string }> => ({
    ...o,
    kind: 'resource',
    default: o.default ?? { mode: o.modes[0] ?? 'id', value: '' },
  }),
  workflow: (o: ParameterBase): Parameter<{ id: string }> => ({ ...o, kind: 'workflow', default: { id: '' } }),
  any: <V = JsonValue>(o: Options<'any'> & { default?: JsonValue }): Parameter<V> => ({ ...o, kind: 'any' }),
  notice: (text: string, show?: ShowWhen): Parameter<undefined> => ({
    kind: 'notice',
    label: '',
    text,
    show,
    literal: true,
  }),
};
