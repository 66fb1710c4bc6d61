import type { RunEvent } from './events.js';
import type { LogLine } from './ports.js';

/**
 * Characters of log lines that one run keeps, over all its steps: a loop that says a little each time would otherwise make
 * a journal that nobody can read any more.
 */
const MAX_RUN_CHARS = 256 * 1024;
/** A line counts for this much beside its text, so that empty ones come to an end too. */
const LINE_CHARS = 32;

const LEFT_OUT = 'More output of this run was left out.';

/** What log lines count for. */
export function logChars(lines: readonly LogLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length + LINE_CHARS, 0);
}

/**
 * An event with the lines of its step, as many as the run may still keep; the last one says when some were left out.
 * @param kept what the run's lines so far count for
 */
export function withLogs(event: RunEvent, lines: readonly LogLine[] | undefined, kept: number): RunEvent {
  if (!lines || lines.length === 0 || kept > MAX_RUN_CHARS) return event;
  let used = kept;
  const end = lines.findIndex((line) => {
    used += logChars([line]);
    return used > MAX_RUN_CHARS;
  });
  const logs = end < 0 ? lines : [...lines.slice(0, end), { level: 'warn', text: LEFT_OUT }];
  return { ...event, logs } as RunEvent;
}
