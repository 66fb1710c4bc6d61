import Type from 'typebox';

/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
/** A JSON object. `undefined` members stand for absent ones, as `JSON.stringify` has it. */
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}

/** Any JSON object. What may be in it is the business of whoever reads it. */
export const JsonObjectSchema = Type.Unsafe<JsonObject>({ type: 'object' });
