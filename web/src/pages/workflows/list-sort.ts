import type { Sort } from '../../ui/table/data-table.tsx';

/** What the list can be ordered by, and the way that is asked for first. */
export const SORTS = { updatedAt: 'desc', name: 'asc', lastRun: 'desc', createdAt: 'desc' } as const satisfies Record<
  string,
  Sort['order']
>;
export type SortBy = keyof typeof SORTS;
/** What was worked on last is what is looked for most. */
const FIRST: ListSort = { by: 'updatedAt', order: SORTS.updatedAt };

export interface ListSort {
  by: SortBy;
  order: Sort['order'];
}

/** The order that an address names: `name` or `-name` for the other way round from the usual. */
export function sortIn(address: unknown): ListSort {
  const [, turned, by] = /^(-?)(\w+)$/.exec(typeof address === 'string' ? address : '') ?? [];
  if (by === undefined || !Object.hasOwn(SORTS, by)) return FIRST;
  const usual = SORTS[by as SortBy];
  return { by: by as SortBy, order: turned ? (usual === 'asc' ? 'desc' : 'asc') : usual };
}

/** The same as `sortIn` reads it; nothing for the order that a list has anyway. */
export function sortAddress({ by, order }: Sort): string | undefined {
  if (by === FIRST.by && order === FIRST.order) return undefined;
  return order === SORTS[by as SortBy] ? by : `-${by}`;
}
