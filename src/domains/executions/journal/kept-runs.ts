import type { Plan, RunMode } from '@orchestrator/engine';
import type { ExecutionStatus } from './journal-entry.js';

/** Ends after which a run is not kept, by its workflow's settings. */
export type Unkept = 'success' | 'failure' | 'always';

/**
 * How long an ended run that is not kept can still be read, by whoever waits for its result, and its answer's file be
 * sent. Lists do not show it.
 */
export const UNKEPT_GRACE_MS = 10_000;

/**
 * After which ends a run of this workflow is not kept. As in n8n, runs that a person starts go by a setting of their own
 * alone, and whatever is no success counts as an error.
 */
export function unkeptOf({ document }: Plan, mode: RunMode): Unkept | undefined {
  const { save } = document.settings;
  if (!save) return undefined;
  if (mode === 'manual') return save.manual === 'none' ? 'always' : undefined;
  if (save.success === 'none') return save.error === 'none' ? 'always' : 'success';
  return save.error === 'none' ? 'failure' : undefined;
}

/** Whether a run that has ended so is kept. */
export function isKept(unkept: Unkept | undefined, status: ExecutionStatus): boolean {
  if (unkept === undefined) return true;
  if (unkept === 'always') return false;
  return (unkept === 'success') !== (status === 'success');
}

/**
 * Whether a whole run that is not kept can do without ever having been written: when no file hangs on it, which would
 * never be deleted then.
 * @param text of its events
 */
export function canGoUnwritten(text: string): boolean {
  return !text.includes('"binary"');
}
