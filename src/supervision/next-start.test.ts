import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { nextStep, PACE } from './next-start.js';

const crash = { code: EXIT.crashed, signal: null, ranMs: 10 } as const;
const killed = { code: null, signal: 'SIGKILL', ranMs: 10 } as const;

it('ends with a server that was stopped, or whose settings are wrong', () => {
  for (const crashes of [0, 7]) {
    expect(nextStep({ code: 0, signal: null, ranMs: 1 }, crashes, 0)).toEqual({ exit: 0 });
    expect(nextStep({ code: EXIT.settings, signal: null, ranMs: 1 }, crashes, 0)).toEqual({ exit: EXIT.settings });
  }
});

it('says at once that a first start failed, and goes on trying once it has run', () => {
  const failed = { code: EXIT.notStarted, signal: null, ranMs: 10 };
  expect(nextStep(failed, 0, 0)).toEqual({ exit: EXIT.notStarted });
  expect(nextStep(failed, 3, 1)).toEqual({ waitMs: 8_000, crashes: 4 });
});

it('waits longer after each crash in a row, and begins anew after it ran well', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 500].map((crashes) => nextStep(killed, crashes, 1));
  expect(waits.map((each) => 'waitMs' in each && each.waitMs)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000,
  ]);
  expect(nextStep({ ...crash, ranMs: PACE.recovered }, 9, 1)).toEqual({ waitMs: 1_000, crashes: 1 });
});

it('never gives up on a crash, and never hurries', () => {
  const ends = fc.oneof(
    fc.record({ code: fc.integer({ min: 1, max: 255 }), signal: fc.constant(null), ranMs: fc.nat() }),
    fc.record({
      code: fc.constant(null),
      signal: fc.constantFrom('SIGKILL', 'SIGABRT', 'SIGSEGV', 'SIGTERM' as const),
      ranMs: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(
      ends,
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (ended, crashes, random) => {
        fc.pre(ended.code !== EXIT.settings);
        const next = nextStep(ended, crashes, random);
        expect('waitMs' in next && next.waitMs >= PACE.first / 2 && next.waitMs <= PACE.most).toBe(true);
      },
    ),
  );
});
