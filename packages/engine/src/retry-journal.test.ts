import { expect, test } from 'vitest';
import { type RunEvent, retryJournal } from './index.js';

test('a retry keeps what had run and forgets the attempts of the step that failed', () => {
  const error = { message: 'no' };
  const events: RunEvent[] = [
    { t: 'started', at: 1, mode: 'webhook', node: 'a', items: [] },
    { t: 'ran', at: 2, node: 'a', took: 0, outputs: [[]] },
    { t: 'began', at: 3, node: 'b', attempt: 1 },
    { t: 'tried', at: 4, node: 'b', took: 1, error, retryAt: 5 },
    { t: 'failed', at: 6, node: 'b', took: 1, error },
    { t: 'finished', at: 6, status: 'error', error },
  ];
  expect(retryJournal(events, 9)).toEqual([{ ...events[0], at: 9, mode: 'retry' }, events[1]]);
});
