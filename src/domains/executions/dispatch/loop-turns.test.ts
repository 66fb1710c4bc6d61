import { expect, it } from 'vitest';
import { LoopTurns } from './loop-turns.js';

const RUNS = 20;
const BUSY_MS = 6;
const busy = () => {
  for (const end = performance.now() + BUSY_MS; performance.now() < end; );
};

it('lets the event loop go round between the turns of many busy runs', async () => {
  const turns = new LoopTurns();
  let rounds = 0;
  let done = false;
  const round = () => {
    rounds++;
    if (!done) setImmediate(round);
  };
  setImmediate(round);
  await Promise.all([...Array(RUNS)].map(() => turns.next().then(busy)));
  done = true;
  expect(rounds).toBeGreaterThan(RUNS / 2);
});

it('gives turns in the order in which they were asked for, all in one round when they are short', async () => {
  const turns = new LoopTurns();
  const order: number[] = [];
  await Promise.all([...Array(RUNS).keys()].map((n) => turns.next().then(() => order.push(n))));
  expect(order).toEqual([...Array(RUNS).keys()]);
});
