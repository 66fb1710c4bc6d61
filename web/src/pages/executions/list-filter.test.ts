import { expect, it } from 'vitest';
import { parseSearch } from '../../ui/search-words.ts';
import { filterOf, KEYS } from './list-filter.ts';

const workflows = [
  { id: 'w1', name: 'New order to warehouse' },
  { id: 'w2', name: 'Orders' },
];
const filter = (text: string) => filterOf(parseSearch(text, KEYS), workflows);

it('asks for what the words say', () => {
  expect(filter('status:error,in_doubt mode:webhook 8812')).toEqual({
    status: 'error,in_doubt',
    mode: 'webhook',
    q: '8812',
  });
  expect(filter('from:2026-11-24')).toEqual({ from: '2026-11-24T00:00:00.000Z' });
});

it('finds a workflow by its whole name before one that has it in its name', () => {
  expect(filter('workflow:orders')).toEqual({ workflowId: 'w2' });
  expect(filter('workflow:warehouse')).toEqual({ workflowId: 'w1' });
  expect(filter('workflow:elsewhere')).toEqual({ q: 'elsewhere' });
});

it('leaves out what means nothing', () => {
  expect(filter('status:tired mode:telepathy from:yesterday')).toEqual({});
});
