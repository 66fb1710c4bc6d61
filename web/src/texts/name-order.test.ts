import { expect, it } from 'vitest';
import { nameOrder } from './name-order.ts';

it('is the order in which people read names', () => {
  const names = ['item 10', 'Zoo', 'Item 2', 'äpfel', 'apfel', 'Äste', 'item 1', 'zebra'];
  const read = ['apfel', 'äpfel', 'Äste', 'item 1', 'Item 2', 'item 10', 'zebra', 'Zoo'];
  expect(names.toSorted(nameOrder('en'))).toEqual(read);
  expect(names.toSorted(nameOrder('de'))).toEqual(read);
});
