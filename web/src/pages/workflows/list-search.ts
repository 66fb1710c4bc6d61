import type { paths } from '../../api/schema.d.ts';
import { parseSearch } from '../../ui/search-words.ts';

/** Words that the search knows: `tag:orders active:yes trigger:webhook status:error folder:none`. */
export const KEYS = ['tag', 'active', 'trigger', 'status', 'folder'];

export const TRIGGERS = ['webhook', 'schedule', 'manual', 'subworkflow', 'error', 'poll'] as const;
export type TriggerKind = (typeof TRIGGERS)[number];
export const LAST_RUNS = [
  'success',
  'error',
  'running',
  'waiting',
  'queued',
  'in_doubt',
  'cancelled',
  'never',
] as const;
export const NO_FOLDER = 'none';

const YES = new Set(['yes', 'true', 'on', '1', 'ja']);
const NO = new Set(['no', 'false', 'off', '0', 'nein']);

/** What is asked of the list of workflows. */
export type ListQuery = Pick<
  NonNullable<paths['/api/v1/workflows']['get']['parameters']['query']>,
  'q' | 'tag' | 'active' | 'trigger' | 'status' | 'folderId'
>;

/**
 * What a search means to the server. The last of several values of one key counts where it takes one of each; values that
 * it does not know are left out.
 */
export function listQuery(typed: string): ListQuery {
  const { words, text } = parseSearch(typed, KEYS);
  const active = words.active?.at(-1)?.toLowerCase() ?? '';
  const triggers = known(TRIGGERS, words.trigger);
  const lastRuns = known(LAST_RUNS, words.status);
  return {
    ...(text ? { q: text } : {}),
    ...(words.tag ? { tag: words.tag.at(-1) } : {}),
    ...(YES.has(active) ? { active: true } : NO.has(active) ? { active: false } : {}),
    ...(triggers ? { trigger: triggers } : {}),
    ...(lastRuns ? { status: lastRuns } : {}),
    ...(words.folder?.at(-1)?.toLowerCase() === NO_FOLDER ? { folderId: NO_FOLDER } : {}),
  };
}

const known = (all: readonly string[], words: readonly string[] = []): string =>
  words
    .map((word) => word.toLowerCase())
    .filter((word) => all.includes(word))
    .join(',');
