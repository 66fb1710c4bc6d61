import { beforeEach, expect, it } from 'vitest';
import { LocalAttempts } from './local-attempts.js';

const PACE = { free: 3, firstWaitMs: 1000, longestWaitMs: 4000, rememberedMs: 60_000 };
let now: number;
let attempts: LocalAttempts;
beforeEach(() => {
  now = 1_000_000;
  attempts = new LocalAttempts(() => now);
});

it('lets some go at once, then each after twice the wait, up to a longest', async () => {
  for (let i = 0; i < 3; i++) expect(await attempts.take('a', PACE)).toBe(0);
  for (const wait of [1000, 2000, 4000, 4000]) {
    expect(await attempts.take('a', PACE)).toBe(wait);
    now += wait - 1;
    expect(await attempts.take('a', PACE)).toBe(1);
    now += 1;
    expect(await attempts.take('a', PACE)).toBe(0);
  }
});

it('does not make the wait longer for tries that came too early', async () => {
  for (let i = 0; i < 3; i++) await attempts.take('a', PACE);
  for (let i = 0; i < 100; i++) expect(await attempts.take('a', PACE)).toBe(1000);
});

it('counts before the outcome is known: of many at once no more pass than are free', async () => {
  const waits = await Promise.all(Array.from({ length: 50 }, () => attempts.take('a', PACE)));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(3);
});

it('counts one less for what was given back, and nothing of what was forgotten', async () => {
  for (let i = 0; i < 3; i++) await attempts.take('a', PACE);
  await attempts.giveBack('a');
  expect([await attempts.take('a', PACE), await attempts.take('a', PACE)]).toEqual([0, 1000]);
  await attempts.forget('a');
  expect(await attempts.take('a', PACE)).toBe(0);
  expect(await attempts.take('b', PACE)).toBe(0);
});

it('forgets when it has been quiet for long enough', async () => {
  for (let i = 0; i < 3; i++) await attempts.take('a', PACE);
  now += PACE.rememberedMs;
  expect(await attempts.take('a', PACE)).toBe(0);
});

it('counts in windows', async () => {
  expect(await attempts.count('w', 1000)).toEqual({ count: 1, endsInMs: 1000 });
  now += 400;
  expect(await attempts.count('w', 1000)).toEqual({ count: 2, endsInMs: 600 });
  now += 600;
  expect(await attempts.count('w', 1000)).toEqual({ count: 1, endsInMs: 1000 });
});

it('holds no more keys than it says, however many are made up', async () => {
  await attempts.take('first', PACE);
  for (let i = 0; i < 50_000; i++) await attempts.take(`made up ${i}`, PACE);
  expect((attempts as unknown as { entries: Map<string, unknown> }).entries.size).toBe(50_000);
});
