import type { RunEvent } from '@orchestrator/engine';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunTail } from './run-tail.js';

/** A journal that is written in chunks, each of them whole. */
class TestJournal {
  chunks: { seq: number; events: RunEvent[] }[] = [];
  isOver = false;
  reads = 0;
  heard: ((placed: { seq: number; event: RunEvent }) => void) | undefined;

  async read(seq: number, exact: boolean) {
    this.reads++;
    const found = this.chunks.filter((chunk) => chunk.seq >= seq || (exact && chunk.seq + chunk.events.length > seq));
    const first = found[0];
    return { seq: first?.seq ?? seq, events: found.flatMap(({ events }) => events), isOver: this.isOver };
  }
  listen(heard: (placed: { seq: number; event: RunEvent }) => void) {
    this.heard = heard;
    return () => {
      this.heard = undefined;
    };
  }
  write(seq: number, ...ats: number[]) {
    this.chunks.push({ seq, events: ats.map(passed) });
  }
}
const passed = (at: number): RunEvent => ({ t: 'passed', at, node: 'n' });
const told = (tail: RunTail, from: number) => {
  const seen: number[] = [];
  for (let at = from; ; at++) {
    const frame = tail.at(at);
    if (!frame) return seen;
    seen.push(JSON.parse(String(frame.bytes).split('data: ')[1] as string).at);
  }
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads what is new once a second, however many follow, and nothing when nobody does', async () => {
  const journal = new TestJournal();
  const tail = new RunTail(journal, 0);
  const leave = Array.from({ length: 200 }, () => tail.join());
  journal.write(0, 1, 2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told(tail, 0)).toEqual([1, 2]);
  expect(journal.reads).toBeLessThan(10);
  for (const each of leave.slice(1)) expect(each()).toBe(false);
  expect(leave[0]?.()).toBe(true);
  const { reads } = journal;
  await vi.advanceTimersByTimeAsync(5_000);
  expect([journal.reads, journal.heard]).toEqual([reads, undefined]);
});

it('takes what this process tells as it happens, and closes gaps from the journal', async () => {
  const journal = new TestJournal();
  const tail = new RunTail(journal, 0);
  tail.join();
  await vi.advanceTimersByTimeAsync(0);
  journal.heard?.({ seq: 0, event: passed(10) });
  expect(told(tail, 0)).toEqual([10]);
  journal.heard?.({ seq: 3, event: passed(13) });
  expect(told(tail, 0)).toEqual([10]);
  journal.write(0, 10, 11, 12, 13);
  await vi.advanceTimersByTimeAsync(300);
  expect(told(tail, 0)).toEqual([10, 11, 12, 13]);
});

it('goes on from the middle of what another process wrote, when what was told ended there', async () => {
  const journal = new TestJournal();
  const tail = new RunTail(journal, 0);
  tail.join();
  await vi.advanceTimersByTimeAsync(0);
  for (const seq of [0, 1]) journal.heard?.({ seq, event: passed(seq) });
  journal.write(0, 0, 1, 2, 3);
  journal.write(4, 4);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(told(tail, 0)).toEqual([0, 1, 2, 3, 4]);
});

it('is over when the run has ended and all of it was told, whatever its journal ends with', async () => {
  const journal = new TestJournal();
  journal.write(0, 1);
  const tail = new RunTail(journal, 0);
  tail.join();
  await vi.advanceTimersByTimeAsync(100);
  expect(tail.isOver).toBe(false);
  journal.isOver = true;
  let woken = false;
  void tail.more(new AbortController().signal).then(() => {
    woken = true;
  });
  await vi.advanceTimersByTimeAsync(1_500);
  expect([tail.isOver, woken]).toEqual([true, true]);
});

it('keeps what was told last alone: who is further behind reads the journal', async () => {
  const journal = new TestJournal();
  const tail = new RunTail(journal, 0);
  tail.join();
  await vi.advanceTimersByTimeAsync(0);
  const large = 'x'.repeat(400_000);
  for (let seq = 0; seq < 6; seq++) journal.heard?.({ seq, event: { t: 'passed', at: seq, node: large } });
  expect([tail.first, tail.at(3), told(tail, tail.first)]).toEqual([4, undefined, [4, 5]]);
});
