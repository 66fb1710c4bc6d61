/** One of two forms by a count, which is enough for the languages that are here; `#` stands for the count. */
export const plural = (count: number, one: string, many: string): string =>
  (count === 1 ? one : many).replace('#', count.toLocaleString(chosen()));

/** The language of the document, which is the chosen one: the browser's may be another. */
const chosen = (): string | undefined => globalThis.document?.documentElement.lang || undefined;
