import { expect, it } from 'vitest';
import { findTemplates } from './find-templates.ts';

const template = (name: string, tags: string[], type: string) => ({
  id: name,
  title: name,
  shows: [],
  description: `About ${name}`,
  tags,
  document: {
    formatVersion: 1 as const,
    name,
    nodes: [{ id: 'n', name: 'Start', type, version: 1, position: [0, 0] as [number, number], parameters: {} }],
    edges: [],
    settings: {},
  },
});
const all = [template('Orders', ['shop'], 'webhookTrigger'), template('Nightly report', ['mail'], 'scheduleTrigger')];
const names = (typed: string, tag?: string) => findTemplates(all, typed, tag).map(({ title }) => title);

it('finds by every word, in texts and in what the nodes are', () => {
  expect(names('')).toEqual(['Orders', 'Nightly report']);
  expect(names('NIGHT report')).toEqual(['Nightly report']);
  expect(names('webhook')).toEqual(['Orders']);
  expect(names('webhook night')).toEqual([]);
});

it('keeps to a tag', () => {
  expect(names('', 'mail')).toEqual(['Nightly report']);
});
