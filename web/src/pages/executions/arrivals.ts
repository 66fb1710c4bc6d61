import type { components } from '../../api/schema.d.ts';

type Execution = components['schemas']['ExecutionView'];

/** A page of the list, newest first, and when it was asked for (milliseconds since 1970). */
export interface ListPage {
  items: Execution[];
  nextCursor: string | null;
  fetchedAt: number;
}
/** The newest executions, as they are now. */
export type Head = ListPage;

/** What came since the list was shown. */
export interface Arrivals {
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
}

/** A head that is older than what is shown says nothing about it. */
const isOld = (pages: readonly ListPage[], head: Head) => head.fetchedAt <= (pages[0]?.fetchedAt ?? 0);
const newestOf = (pages: readonly ListPage[]) => pages.flatMap(({ items }) => items)[0]?.id ?? '';
/** Ids begin with their time. */
const freshOf = (pages: readonly ListPage[], head: Head) => head.items.filter(({ id }) => id > newestOf(pages));
/** Whether there may be executions between what is shown and the head's last. */
const hasGap = (fresh: readonly Execution[], head: Head) =>
  fresh.length === head.items.length && head.nextCursor !== null;

export function arrivalsOf(pages: readonly ListPage[], head: Head): Arrivals | undefined {
  if (isOld(pages, head)) return undefined;
  const fresh = freshOf(pages, head);
  return fresh.length > 0 ? { count: fresh.length, isMore: hasGap(fresh, head) } : undefined;
}

/**
 * The rows that are shown, as they are by now: none is added. One that the head would have, and has not, is gone or fits
 * the search no more.
 */
export function updatedBy(pages: readonly ListPage[], head: Head): readonly ListPage[] {
  if (isOld(pages, head)) return pages;
  const now = new Map(head.items.map((each) => [each.id, each]));
  const last = head.nextCursor === null ? '' : (head.items.at(-1)?.id ?? '');
  return pages.map((page) => ({
    ...page,
    items: page.items.flatMap((each) => (each.id >= last ? (now.get(each.id) ?? []) : each)),
  }));
}

/** The rows with those that are new on top. Where not all between are known, the list begins anew. */
export function broughtIn(pages: readonly ListPage[], head: Head): readonly ListPage[] {
  const [first, ...others] = updatedBy(pages, head);
  if (!first || isOld(pages, head)) return pages;
  const fresh = freshOf(pages, head);
  if (hasGap(fresh, head)) return [head];
  return [{ ...first, items: [...fresh, ...first.items], fetchedAt: head.fetchedAt }, ...others];
}
