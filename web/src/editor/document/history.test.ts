import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { History } from './history.ts';

const named = (name: string): WorkflowDocument => ({ formatVersion: 1, name, nodes: [], edges: [], settings: {} });

it('goes back and forth, and forgets what was undone when something else is done', () => {
  const history = new History(named('a'));
  history.push(named('b'));
  history.push(named('c'));
  expect(history.undo().name).toBe('b');
  expect(history.redo().name).toBe('c');
  history.undo();
  history.push(named('d'));
  expect(history.canRedo).toBe(false);
  expect([history.undo().name, history.undo().name, history.undo().name]).toEqual(['b', 'a', 'a']);
  expect(history.canUndo).toBe(false);
});

it('takes changes with one key in a row as one step', () => {
  const history = new History(named('a'));
  for (const name of ['b', 'bc', 'bcd']) history.push(named(name), 'typing');
  history.push(named('e'), 'another');
  expect([history.undo().name, history.undo().name]).toEqual(['bcd', 'a']);
});

it('goes past what somebody else did, and leaves it as it is', () => {
  const history = new History(named('a'));
  history.push(named('b'));
  history.takeIn({ ...named('b'), description: 'theirs' });
  history.push({ ...named('c'), description: 'theirs' });
  expect(history.undo()).toMatchObject({ name: 'b', description: 'theirs' });
  expect(history.undo()).toMatchObject({ name: 'a', description: 'theirs' });
  expect(history.redo()).toMatchObject({ name: 'b', description: 'theirs' });
  history.takeIn({ ...named('b'), description: 'theirs again' });
  expect(history.redo()).toMatchObject({ name: 'c', description: 'theirs again' });
});

it('forgets steps from before the oldest of many changes of others', () => {
  const history = new History(named('a'));
  history.push(named('b'));
  for (let count = 0; count <= 100; count++) history.takeIn({ ...named('b'), description: `${count}` });
  expect(history.canUndo).toBe(false);
  history.push({ ...named('c'), description: '100' });
  expect(history.undo()).toMatchObject({ name: 'b', description: '100' });
});
