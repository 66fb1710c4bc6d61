/** Buckets, found by the last characters of an id: its random end. Enough for the runs that a process holds at once. */
const BUCKETS = 1024;

interface Entry<T> {
  readonly id: string;
  value: T;
  next: Entry<T> | undefined;
}

/**
 * What belongs to runs, by their ids (UUIDs), for tables that thousands of short runs a second pass through. A `Map` that
 * is added to and deleted from without end makes a new inner table every few dozen runs; V8's collector of young objects
 * then keeps what stood in the old ones, each run's whole state, until its next full collection. Measured, that was most
 * of what the collector moved about.
 */
export class IdTable<T> {
  private readonly buckets: (Entry<T> | undefined)[] = new Array(BUCKETS).fill(undefined);
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(id: string): T | undefined {
    return this.entry(id)?.value;
  }

  has(id: string): boolean {
    return this.entry(id) !== undefined;
  }

  set(id: string, value: T): void {
    const known = this.entry(id);
    if (known) {
      known.value = value;
      return;
    }
    const at = bucketOf(id);
    this.buckets[at] = { id, value, next: this.buckets[at] };
    this.count++;
  }

  delete(id: string): void {
    const at = bucketOf(id);
    let before: Entry<T> | undefined;
    for (let entry = this.buckets[at]; entry; entry = entry.next) {
      if (entry.id === id) {
        if (before) before.next = entry.next;
        else this.buckets[at] = entry.next;
        this.count--;
        return;
      }
      before = entry;
    }
  }

  /** All that is there, in no order. */
  values(): T[] {
    const all: T[] = [];
    for (const first of this.buckets) for (let entry = first; entry; entry = entry.next) all.push(entry.value);
    return all;
  }

  private entry(id: string): Entry<T> | undefined {
    let entry = this.buckets[bucketOf(id)];
    while (entry && entry.id !== id) entry = entry.next;
    return entry;
  }
}

function bucketOf(id: string): number {
  let hash = 0;
  for (let at = Math.max(0, id.length - 3); at < id.length; at++) hash = hash * 31 + id.charCodeAt(at);
  return hash % BUCKETS;
}
