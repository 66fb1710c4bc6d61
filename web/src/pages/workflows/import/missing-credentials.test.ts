import { expect, it } from 'vitest';
import { missingCredentials } from './missing-credentials.ts';

it('names each credential once that nobody has chosen yet', () => {
  expect(
    missingCredentials([
      { credentials: { slackApi: { name: 'Team' }, httpBasicAuth: { id: '1', name: 'Shop' } } },
      { credentials: { slackApi: { name: 'Team' } } },
      { credentials: { slackApi: {} } },
      {},
    ]),
  ).toEqual([{ type: 'slackApi', name: 'Team' }, { type: 'slackApi' }]);
});
