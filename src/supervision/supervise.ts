import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from './exit-codes.js';
import { type Ended, nextStep, PACE, type Pace } from './next-start.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a supervisor needs of the world. */
export interface Supervised {
  /** Starts the server. */
  start(): ChildProcess;
  /** Says a line to people. */
  say(line: string): void;
  pace?: Pace;
  /** Tells of signals; the process itself when left out. */
  signals?: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
}

/**
 * Runs the server, and starts it again whenever it crashes, later each time. Hands signals on; one that comes while
 * nothing runs ends it at once. It never gives up on a crash; settings that are wrong are no crash.
 * @returns the exit code for this process
 */
export async function supervise({ start, say, pace = PACE, signals = process }: Supervised): Promise<number> {
  const asked = new AbortController();
  let child: ChildProcess | undefined;
  const stop = (signal: NodeJS.Signals) => {
    asked.abort();
    child?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of SIGNALS) signals.on(signal, stop);
  try {
    for (let crashes = 0; ; ) {
      const began = performance.now();
      child = start();
      const ended = await endOf(child, began);
      child = undefined;
      if (asked.signal.aborted) return ended.code ?? EXIT.cutOff;
      const next = nextStep(ended, crashes, Math.random(), pace);
      if ('exit' in next) return next.exit;
      crashes = next.crashes;
      say(words(ended, crashes, next.waitMs));
      await sleep(next.waitMs, undefined, { signal: asked.signal }).catch(() => {});
      if (asked.signal.aborted) return EXIT.stopped;
    }
  } finally {
    for (const signal of SIGNALS) signals.off(signal, stop);
  }
}

/** @throws when the process could not be started at all */
async function endOf(child: ChildProcess, began: number): Promise<Ended> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ranMs: performance.now() - began };
}

function words({ code, signal }: Ended, crashes: number, waitMs: number): string {
  const how = code === EXIT.notStarted ? 'did not start' : `crashed (${signal ?? `exit code ${code}`})`;
  const often = crashes > 1 ? `, ${crashes} times in a row; what it said above tells why` : '';
  return `The server ${how}${often}. It is started again in ${(waitMs / 1000).toFixed(1)} s; Ctrl-C ends.`;
}
