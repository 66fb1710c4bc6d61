/** The words in the address of a list, as a view keeps them. */
export type ListSearch = Readonly<Record<string, string>>;

/** As it is written behind the question mark; in the order of the alphabet, so that the same search is the same text. */
export function queryOf(search: ListSearch): string {
  const given = Object.entries(search).filter(([, value]) => value !== '');
  return new URLSearchParams(given.sort(([one], [other]) => (one < other ? -1 : 1))).toString();
}

export const searchOf = (query: string): ListSearch => Object.fromEntries(new URLSearchParams(query));

/** Whether both show the same, however they are written. */
export const sameQuery = (one: string, other: string): boolean => queryOf(searchOf(one)) === queryOf(searchOf(other));
