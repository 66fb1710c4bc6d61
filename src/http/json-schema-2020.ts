type Schema = Record<string, unknown>;

const NULL = { type: 'null' };

/**
 * Brings schemas to JSON Schema 2020-12, which OpenAPI 3.1 speaks: what decorators write is of OpenAPI 3.0 (`nullable`,
 * a reference wrapped in `allOf`), and the document's format is of draft 7 (`items` as a list).
 */
export function toJsonSchema2020(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema2020);
  if (typeof value !== 'object' || value === null) return value;
  const schema: Schema = {};
  // An example is data, whatever its fields are called.
  for (const [key, each] of Object.entries(value)) schema[key] = DATA.has(key) ? each : toJsonSchema2020(each);
  return nullable(tuple(unwrapped(schema)));
}

const DATA: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** `{allOf: [{$ref}]}` is the 3.0 way to write something beside a reference. */
function unwrapped(schema: Schema): Schema {
  const { allOf, ...rest } = schema;
  const only = Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as Schema) : undefined;
  return only && '$ref' in only ? { ...rest, ...only } : schema;
}

function tuple(schema: Schema): Schema {
  if (!Array.isArray(schema.items)) return schema;
  const { items, additionalItems: _, ...rest } = schema;
  return { ...rest, prefixItems: items, items: false };
}

function nullable(schema: Schema): Schema {
  if (schema.nullable !== true) return schema;
  const { nullable: _, type, $ref, enum: choices, ...rest } = schema;
  if ($ref !== undefined) return { ...rest, anyOf: [{ $ref }, NULL] };
  if (Array.isArray(choices)) return { ...rest, type: [type ?? 'string', 'null'].flat(), enum: [...choices, null] };
  if (type !== undefined) return { ...rest, type: [type, 'null'].flat() };
  return Array.isArray(rest.oneOf) ? { ...rest, oneOf: [...rest.oneOf, NULL] } : rest;
}
