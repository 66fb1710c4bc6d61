type Reviver = (key: string, value: unknown, more?: { source?: string }) => unknown;

/** Whether a JSON text has numbers that a value can't hold as they were typed: 9007199254740993, 1.0, 1e400. */
export function losesDigits(json: string): boolean {
  let loses = false;
  const look: Reviver = (_, value, more) => {
    if (typeof value === 'number' && more?.source !== undefined) loses ||= JSON.stringify(value) !== more.source;
    return value;
  };
  JSON.parse(json, look);
  return loses;
}
