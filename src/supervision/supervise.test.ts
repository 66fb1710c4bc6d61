import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { EXIT } from './exit-codes.js';
import { supervise } from './supervise.js';

const PACE = { first: 20, most: 100, recovered: 60_000 };
/** Far longer than a test: what ends while it lasts has been ended by the test. */
const NEVER_MS = 600_000;

/** Runs small programs one after the other, the last one again and again. */
function supervised(programs: string[], pace = PACE) {
  const started: ChildProcess[] = [];
  const said: string[] = [];
  const start = () => {
    const program = programs[Math.min(started.length, programs.length - 1)] as string;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'], env: process.env });
    started.push(child);
    return child;
  };
  const signals = new EventEmitter();
  const code = supervise({ start, say: (line) => said.push(line), pace, signals });
  return { code, started, said, signals };
}
const SERVES = `process.on('SIGTERM', () => process.exit(0)); console.log('ready'); setInterval(() => {}, 1000)`;
const until = (look: () => boolean) => expect.poll(look, { timeout: 10_000, interval: 10 }).toBe(true);

it('starts again what crashes by a code, a signal or an exception, until it is stopped', async () => {
  const { code, started, said, signals } = supervised([
    `process.exit(${EXIT.crashed})`,
    `process.kill(process.pid, 'SIGKILL')`,
    `throw new Error('on purpose')`,
    SERVES,
  ]);
  await until(() => started.length === 4);
  await once((started[3] as ChildProcess).stdout as NodeJS.ReadableStream, 'data');
  signals.emit('SIGTERM', 'SIGTERM');
  expect(await code).toBe(0);
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/^The server crashed \(exit code 70\)\. It is started again in 0\.0 s; Ctrl-C ends\.$/);
  expect(said[1]).toContain('(SIGKILL), 2 times in a row');
});

it('starts nothing again whose settings are wrong, or that never came up', async () => {
  for (const code of [EXIT.settings, EXIT.notStarted]) {
    const { code: end, started, said } = supervised([`process.exit(${code})`]);
    expect([await end, started.length, said]).toEqual([code, 1, []]);
  }
});

it('ends at once when it is told to while it waits', async () => {
  const { code, started, said, signals } = supervised([`process.exit(1)`], {
    first: NEVER_MS,
    most: NEVER_MS,
    recovered: NEVER_MS,
  });
  await until(() => said.length === 1);
  signals.emit('SIGINT', 'SIGINT');
  expect([await code, started.length]).toEqual([0, 1]);
});

it('leaves no listener behind', async () => {
  const { code, signals } = supervised(['process.exit(0)']);
  await code;
  expect(signals.eventNames()).toEqual([]);
});
