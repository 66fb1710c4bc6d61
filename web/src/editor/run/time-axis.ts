import type { Step } from './run-events.ts';

/** Part of the whole that one wait takes, in percent, and all of them together at most. */
const WAIT_PERCENT = 8;
const MOST_PERCENT = 40;

/** A stretch of time in which a run waited. Epoch milliseconds. */
export interface Wait {
  from: number;
  to: number;
}

/**
 * When each waiting step began to wait, by its index. Such a step is written when the wait is over: it began when the step
 * before it had ended.
 * @param isWait whether a node does nothing but wait, by its name
 */
export function waitsOf(steps: readonly Step[], isWait: (node: string) => boolean, now: number): Map<number, Wait> {
  const waits = new Map<number, Wait>();
  for (const [at, { index, node, startedAt, finishedAt, kept }] of steps.entries()) {
    if (!isWait(node) || kept) continue;
    const before = steps.slice(0, at).flatMap((step) => step.finishedAt ?? []);
    const last = Math.max(...before.filter((end) => end <= startedAt));
    waits.set(index, { from: Number.isFinite(last) ? last : startedAt, to: finishedAt ?? now });
  }
  return waits;
}

/**
 * A scale of time from one moment to another on which waits are short, however long they took: else nothing could be seen
 * of the work between them.
 * @returns the place of a moment, in percent
 */
export function timeAxis(from: number, to: number, waits: readonly Wait[]): (moment: number) => number {
  const lasting = waits.filter((wait) => wait.to > wait.from);
  const perWait = Math.min(WAIT_PERCENT, MOST_PERCENT / Math.max(1, lasting.length));
  const waitedBy = (moment: number) =>
    lasting.reduce((sum, wait) => sum + Math.min(wait.to, Math.max(wait.from, moment)) - wait.from, 0);
  const parts = (moment: number) =>
    lasting.reduce(
      (sum, wait) => sum + (Math.min(wait.to, Math.max(wait.from, moment)) - wait.from) / (wait.to - wait.from),
      0,
    );
  const work = Math.max(1, to - from - waitedBy(to));
  const free = 100 - perWait * lasting.length;
  return (moment) => ((moment - from - waitedBy(moment)) / work) * free + parts(moment) * perWait;
}
