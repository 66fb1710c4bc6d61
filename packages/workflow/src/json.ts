/** A value that JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
/** A JSON object. `undefined` members stand for absent ones, as `JSON.stringify` has it. */
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}
