/** What a person typed into a search: `key:value` words of known keys, and the rest as text. */
export interface SearchWords {
  words: Readonly<Record<string, readonly string[]>>;
  text: string;
}

const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;

/**
 * Reads a search such as `status:error workflow:"new orders" 8812`. Words with an unknown key are text. Several values of
 * a key come as several words or with commas.
 */
export function parseSearch(input: string, keys: readonly string[]): SearchWords {
  const words: Record<string, string[]> = {};
  const text: string[] = [];
  for (const [whole, rawKey, quoted, plain] of input.matchAll(TOKEN)) {
    const key = rawKey?.toLowerCase();
    if (key === undefined || !keys.includes(key)) {
      text.push(quoted !== undefined && rawKey === undefined ? quoted : whole);
      continue;
    }
    const values = quoted !== undefined ? [quoted] : (plain ?? '').split(',');
    const list = words[key] ?? [];
    list.push(...values.filter((value) => value !== ''));
    if (list.length > 0) words[key] = list;
  }
  return { words, text: text.join(' ').trim() };
}

/** The search that says this; `parseSearch` gives it back. */
export function formatSearch({ words, text }: SearchWords): string {
  const parts = Object.entries(words).flatMap(([key, values]) =>
    values.map((value) => (/[\s,"]/.test(value) ? `${key}:"${value.replaceAll('"', '')}"` : `${key}:${value}`)),
  );
  return [...parts, text].filter(Boolean).join(' ');
}

/** The same search with other values for a key; none takes the key out. */
export const withWord = (search: SearchWords, key: string, values: readonly string[]): SearchWords => {
  const { [key]: _before, ...rest } = search.words;
  return { ...search, words: values.length > 0 ? { ...rest, [key]: values } : rest };
};
