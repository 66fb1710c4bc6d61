/** Deep equality of plain data, for `unique`, `union` and their like. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b || (a !== a && b !== b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && deepEqual((a as any)[key], (b as any)[key]));
}

/** The first of each set of equal values, in order. Plain values are found in constant time. */
export function distinct(values: readonly unknown[], keyOf: (value: unknown) => unknown, charge: (n: number) => void) {
  const plain = new Set<unknown>();
  const deep: unknown[] = [];
  return values.filter((value) => {
    const key = keyOf(value);
    if (typeof key !== 'object' || key === null) {
      if (plain.has(key)) return false;
      plain.add(key);
      return true;
    }
    charge(deep.length * 16);
    if (deep.some((each) => deepEqual(each, key))) return false;
    deep.push(key);
    return true;
  });
}
