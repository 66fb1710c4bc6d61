import { parseSearch } from '../../../ui/search-words.ts';

interface Person {
  userId: string;
  name: string;
  email: string;
}

/** Nobody's id: a search for somebody who is not there finds nothing, instead of everything. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Words that the search of the audit knows. */
export const AUDIT_KEYS = ['who', 'action', 'target', 'from', 'to'] as const;

const DAY_MS = 86_400_000;
/** When a day begins here, in UTC; `undefined` for what is no day. */
function startOf(day: string | undefined, later = 0): string | undefined {
  const at = Date.parse(`${day}T00:00`);
  return Number.isNaN(at) ? undefined : new Date(at + later).toISOString();
}

/**
 * What the server is asked for a search such as `who:ada action:member.removed target:01976f0c…`. Text without a key is
 * taken as an action.
 */
export function auditQuery(
  q: string,
  people: readonly Person[],
): { action?: string; actorId?: string; targetId?: string; from?: string; to?: string } {
  const { words, text } = parseSearch(q, AUDIT_KEYS);
  const who = words.who?.[0]?.toLowerCase();
  const action = words.action?.[0] ?? text;
  const target = words.target?.[0];
  const from = startOf(words.from?.[0]);
  // The last day counts.
  const to = startOf(words.to?.[0], DAY_MS);
  const found =
    who === undefined
      ? undefined
      : people.find(({ userId, name, email }) => userId === who || `${name} ${email}`.toLowerCase().includes(who));
  return {
    ...(action ? { action } : {}),
    ...(who === undefined ? {} : { actorId: found?.userId ?? NOBODY }),
    ...(target ? { targetId: target } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}
