import { parseSearch } from '../../../ui/search-words.ts';

interface Person {
  userId: string;
  name: string;
  email: string;
}

/** Nobody's id: a search for somebody who is not there finds nothing, instead of everything. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * What the server is asked for a search such as `who:ada action:member.removed target:01976f0c…`. Text without a key is
 * taken as an action.
 */
export function auditQuery(
  q: string,
  people: readonly Person[],
): { action?: string; actorId?: string; targetId?: string } {
  const { words, text } = parseSearch(q, ['who', 'action', 'target']);
  const who = words.who?.[0]?.toLowerCase();
  const action = words.action?.[0] ?? text;
  const target = words.target?.[0];
  const found =
    who === undefined
      ? undefined
      : people.find(({ userId, name, email }) => userId === who || `${name} ${email}`.toLowerCase().includes(who));
  return {
    ...(action ? { action } : {}),
    ...(who === undefined ? {} : { actorId: found?.userId ?? NOBODY }),
    ...(target ? { targetId: target } : {}),
  };
}
