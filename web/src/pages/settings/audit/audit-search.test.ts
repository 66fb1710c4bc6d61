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
it('takes days as this person has them, the last one whole', () => {
  expect(auditQuery('from:2026-01-30 to:2026-01-31', [])).toEqual({
    from: new Date('2026-01-30T00:00').toISOString(),
    to: new Date('2026-02-01T00:00').toISOString(),
  });
  expect(auditQuery('from:soon', [])).toEqual({});
});
