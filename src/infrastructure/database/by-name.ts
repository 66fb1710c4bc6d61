const collator = new Intl.Collator('en', { numeric: true });

/** Compares what has a name as `collate by_name` does in the database: item 2 before item 10, Ä beside A. */
export function byName(one: { name: string }, other: { name: string }): number {
  return collator.compare(one.name, other.name) || (one.name < other.name ? -1 : Number(one.name > other.name));
}
