import { expect, it } from 'vitest';
import { auditCsv } from './audit-csv.ts';

it('quotes what needs it, and lets no cell be a formula', () => {
  const entry = {
    id: '1',
    at: '2026-01-31T09:30:00.000Z',
    actor: { kind: 'user', userId: 'u', name: 'Ada', apiKeyId: null },
    action: 'tenant.changed',
    target: { type: 'tenant', id: 't', name: 'A', isThere: true },
    before: null,
    after: { name: 'A, B' },
    names: {},
  };
  expect(auditCsv([entry], () => '=HYPERLINK("x")').split('\r\n')[1]).toBe(
    `2026-01-31T09:30:00.000Z,"'=HYPERLINK(""x"")",tenant.changed,tenant,t,,"{""name"":""A, B""}"`,
  );
});
