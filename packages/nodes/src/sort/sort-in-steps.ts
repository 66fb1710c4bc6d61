/** Places that are sorted at once, and merged between two steps: a few milliseconds of costly comparisons. */
const PLACES_A_STEP = 2_000;

/** Sorts as `Array.prototype.sort` does (what is equal keeps its order), in steps. The list itself may change. */
export function* sortInSteps<T>(list: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  if (list.length <= PLACES_A_STEP) return list.sort(compare);
  let sorted: T[][] = [];
  for (let at = 0; at < list.length; at += PLACES_A_STEP) {
    sorted.push(list.slice(at, at + PLACES_A_STEP).sort(compare));
    yield;
  }
  while (sorted.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < sorted.length; at += 2) {
      const [left = [], right] = [sorted[at], sorted[at + 1]];
      merged.push(right ? yield* merge(left, right, compare) : left);
    }
    sorted = merged;
  }
  return sorted[0] ?? [];
}

function* merge<T>(left: T[], right: T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const out: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    out.push(compare(left[l] as T, right[r] as T) <= 0 ? (left[l++] as T) : (right[r++] as T));
    if (out.length % PLACES_A_STEP === 0) yield;
  }
  while (l < left.length) out.push(left[l++] as T);
  while (r < right.length) out.push(right[r++] as T);
  return out;
}
