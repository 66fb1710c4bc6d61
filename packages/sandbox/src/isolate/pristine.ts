/** Built-ins as they were before any of the job's code could change them. */
export const pristine = {
  parse: JSON.parse as (text: string) => unknown,
  stringify: JSON.stringify as (value: unknown) => string,
  now: Date.now,
  String,
  defineProperty: Object.defineProperty,
  AsyncFunction: Object.getPrototypeOf(async () => undefined).constructor as new (
    ...parts: string[]
  ) => (this: unknown) => Promise<unknown>,
};
