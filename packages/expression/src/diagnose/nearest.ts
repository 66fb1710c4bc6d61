/** Names that are looked at; what has more is data and not a list of names. */
const MAX_CANDIDATES = 1_000;
const MAX_LENGTH = 60;

/** The name that was probably meant: the nearest by letters, if it is near enough to be worth proposing. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const wanted = plain(name);
  let best: string | undefined;
  // One letter of two makes another name, not a slip of the finger.
  let least = Math.min(3, Math.floor(name.length / 3)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > MAX_CANDIDATES) break;
    if (candidate === name || Math.abs(candidate.length - name.length) > 3 || candidate.length > MAX_LENGTH) continue;
    const away = distance(wanted, plain(candidate), least);
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}

/** Capitals and what parts words are no difference: `first_name` and `firstName` are the same to who types them. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}

/** Letters to add, drop, change or swap to make one of the other; `limit` when there are as many or more. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
