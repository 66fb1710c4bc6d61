import { parseSearch } from '../../ui/search-words.ts';

/** Words that the search knows: `tag:orders active:yes`. */
export const KEYS = ['tag', 'active'];

const YES = new Set(['yes', 'true', 'on', '1', 'ja']);
const NO = new Set(['no', 'false', 'off', '0', 'nein']);

/** What is asked of the list of workflows. */
export interface ListQuery {
  search?: string;
  tag?: string;
  active?: boolean;
}

/** What a search means to the server. The last of several values of one key counts: it takes one of each. */
export function listQuery(typed: string): ListQuery {
  const { words, text } = parseSearch(typed, KEYS);
  const active = words.active?.at(-1)?.toLowerCase() ?? '';
  return {
    ...(text ? { search: text } : {}),
    ...(words.tag ? { tag: words.tag.at(-1) } : {}),
    ...(YES.has(active) ? { active: true } : NO.has(active) ? { active: false } : {}),
  };
}
