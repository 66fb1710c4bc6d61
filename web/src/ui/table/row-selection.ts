/** Ids that are selected after one was switched; with `anchor`, all from there to it are. */
export function switched(
  ids: readonly string[],
  selected: ReadonlySet<string>,
  id: string,
  anchor?: string,
): ReadonlySet<string> {
  const next = new Set(selected);
  const from = anchor === undefined ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  if (from >= 0 && to >= 0) {
    for (const each of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each);
  } else if (!next.delete(id)) next.add(id);
  return next;
}

/** What the box in the head shows: all, some or none of the rows that are there. */
export function headState(ids: readonly string[], selected: ReadonlySet<string>): boolean | 'indeterminate' {
  const count = ids.filter((id) => selected.has(id)).length;
  return count === 0 ? false : count === ids.length ? true : 'indeterminate';
}
