import { expect, it } from 'vitest';
import { auditQuery } from './audit-search.ts';

const ada = { userId: 'u-1', name: 'Ada Lovelace', email: 'ada@example.com' };

it('finds people by a part of their name', () => {
  expect(auditQuery('who:love', [ada])).toEqual({ actorId: 'u-1' });
  expect(auditQuery('who:"ada lovelace" action:member.removed target:x', [ada])).toEqual({
    actorId: 'u-1',
    action: 'member.removed',
    targetId: 'x',
  });
});
it('finds nothing for somebody who is not there', () => {
  expect(auditQuery('who:bob', [ada]).actorId).toBe('00000000-0000-0000-0000-000000000000');
});
it('takes text as an action', () => expect(auditQuery('tenant.changed', [])).toEqual({ action: 'tenant.changed' }));
