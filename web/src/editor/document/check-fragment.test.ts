import { expect, it } from 'vitest';
import { BadFragment, checkFragment } from './check-fragment.ts';

const node = { id: 'a', name: 'A', type: 'noOperation', version: 1, position: [0, 0], parameters: {} };

it('takes what was copied, and of a whole workflow what can be pasted', () => {
  const whole = { formatVersion: 1, id: 'x', active: true, name: 'W', settings: {}, nodes: [node], edges: [] };
  expect(checkFragment(whole)).toEqual({ formatVersion: 1, nodes: [node], edges: [] });
});

it('refuses what is no document, and says where', () => {
  expect(() => checkFragment({ nodes: [{ ...node, position: null }], edges: [] })).toThrow(/A · position/);
  for (const nodes of [[null], [{ ...node, parameters: 'x' }], [{}], [node, node]]) {
    expect(() => checkFragment({ nodes, edges: [] })).toThrow(BadFragment);
  }
  expect(() => checkFragment({ nodes: [node], edges: [{ kind: 'main', from: {}, to: null }] })).toThrow(BadFragment);
  expect(() => checkFragment({ nodes: [node], edges: [], notes: [{ text: 1 }] })).toThrow(BadFragment);
});
