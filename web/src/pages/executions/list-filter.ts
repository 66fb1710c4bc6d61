import type { SearchWords } from '../../ui/search-words.ts';
import type { ListFilter } from './executions.queries.ts';

/** Words that the search of executions knows. */
export const KEYS = ['status', 'workflow', 'mode', 'kind', 'from', 'to'] as const;

export const STATUSES = ['queued', 'running', 'waiting', 'success', 'error', 'cancelled', 'in_doubt'] as const;
export const MODES = [
  'manual',
  'webhook',
  'schedule',
  'poll',
  'form',
  'chat',
  'subworkflow',
  'error',
  'api',
  'retry',
] as const;

/** Tests by hand, with what they led to, and runs in earnest. */
export const KINDS = ['real', 'test'] as const;

const only = <T extends string>(values: readonly string[] | undefined, known: readonly T[]): T[] =>
  (values ?? []).filter((value): value is T => known.includes(value as T));

/**
 * What the API is asked for. Words that mean nothing are left out and not an error: people type.
 * @param workflows the tenant's workflows; a `workflow:` word is an id or a part of a name
 */
export function filterOf(search: SearchWords, workflows: readonly { id: string; name: string }[]): ListFilter {
  const { words, text } = search;
  const filter: ListFilter = {};
  const statuses = only(words.status, STATUSES);
  const modes = only(words.mode, MODES);
  if (statuses.length > 0) filter.status = statuses.join(',') as never;
  if (modes.length > 0) filter.mode = modes.join(',') as never;
  const [kind, ...more] = only(words.kind, KINDS);
  if (kind && more.length === 0) filter.test = kind === 'test';
  const wanted = words.workflow?.at(-1)?.toLowerCase();
  if (wanted !== undefined) {
    const found =
      workflows.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ??
      workflows.find(({ name }) => name.toLowerCase().includes(wanted));
    if (found) filter.workflowId = found.id;
  }
  for (const key of ['from', 'to'] as const) {
    const time = Date.parse(words[key]?.at(-1) ?? '');
    if (!Number.isNaN(time)) filter[key] = new Date(time).toISOString();
  }
  const unmatched = wanted !== undefined && !filter.workflowId ? [wanted] : [];
  const q = [text, ...unmatched].filter(Boolean).join(' ');
  if (q) filter.q = q;
  return filter;
}
