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
