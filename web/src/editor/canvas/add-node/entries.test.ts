import { expect, it } from 'vitest';
import { nameOrder } from '../../../texts/name-order.ts';
import type { NodeType } from '../../node-types/node-types.queries.ts';
import { EntrySearch, entriesOf, fits } from './entries.ts';

const node = (type: string, label: string, more: Partial<NodeType> = {}): NodeType =>
  ({
    type,
    version: 1,
    label,
    summary: '',
    keywords: [],
    actions: [],
    group: 'data',
    inputs: [{ kind: 'main' }],
    outputs: [{ kind: 'main' }],
    ...more,
  }) as unknown as NodeType;

const types = [
  node('editFields', 'Edit fields', { keywords: ['set', 'rename'], actions: [{ label: 'Keep some fields' }] }),
  node('httpRequest', 'HTTP request', { keywords: ['api', 'call', 'url'], group: 'network' }),
  node('hook', 'Webhook', { group: 'trigger', inputs: [], summary: 'Starts when an address is called' }),
];
const search = new EntrySearch(entriesOf(types), nameOrder('en'));
const found = (text: string, recent: string[] = []) => search.find(text, recent).map(({ label }) => label);

it('finds by name, by what else it is called and by what it does', () => {
  expect(found('call')[0]).toBe('HTTP request');
  expect(found('keep fields')[0]).toBe('Keep some fields');
  expect(found('when an address')[0]).toBe('Webhook');
  expect(found('webhok')[0]).toBe('Webhook');
});

it('shows types alone when nothing is asked for, what was used of late first', () => {
  expect(found('')).toEqual(['Webhook', 'Edit fields', 'HTTP request']);
  expect(found('', ['httpRequest'])[0]).toBe('HTTP request');
});

it('puts what is used most first in its group, and shows only what can start a workflow where that is wanted', () => {
  const triggers = [
    node('errorTrigger', 'Error trigger', { group: 'trigger', kind: 'trigger', inputs: [] }),
    node('manualTrigger', 'Manual trigger', { group: 'trigger', kind: 'trigger', inputs: [] }),
  ];
  const all = [...types, ...triggers];
  expect(new EntrySearch(entriesOf(all.slice(3)), nameOrder('en')).find('', []).map(({ label }) => label)).toEqual([
    'Manual trigger',
    'Error trigger',
  ]);
  expect(all.filter((type) => fits(type, { trigger: true }))).toEqual(triggers);
});

it('tells what fits a port', () => {
  expect(types.filter((type) => fits(type, { input: 'main' })).map(({ type }) => type)).toEqual([
    'editFields',
    'httpRequest',
  ]);
  expect(types.some((type) => fits(type, { output: 'model' }))).toBe(false);
});
