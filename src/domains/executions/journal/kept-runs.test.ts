import type { Plan, RunMode } from '@orchestrator/engine';
import { describe, expect, it } from 'vitest';
import { canGoUnwritten, isKept, unkeptOf } from './kept-runs.js';

type Save = Plan['document']['settings']['save'];
const kept = (save: Save, mode: RunMode, status: 'success' | 'error' | 'cancelled') =>
  isKept(unkeptOf({ document: { settings: { save } } } as unknown as Plan, mode), status);

describe('which runs are kept', () => {
  it.each<[Save, RunMode, boolean, boolean]>([
    [undefined, 'webhook', true, true],
    [{ success: 'none' }, 'webhook', false, true],
    [{ error: 'none' }, 'webhook', true, false],
    [{ success: 'none', error: 'none' }, 'schedule', false, false],
    [{ success: 'all', error: 'all', manual: 'none' }, 'webhook', true, true],
    [{ success: 'none', error: 'none' }, 'manual', true, true],
    [{ manual: 'none' }, 'manual', false, false],
  ])('settings %j, mode %s: success %s, error %s', (save, mode, success, error) => {
    expect(kept(save, mode, 'success')).toBe(success);
    expect(kept(save, mode, 'error')).toBe(error);
    expect(kept(save, mode, 'cancelled')).toBe(error);
  });

  it('a run with files is written, so that they are found when it is removed', () => {
    const encode = (value: unknown) => JSON.stringify(value);
    expect(canGoUnwritten(encode([{ json: { a: 1 } }]))).toBe(true);
    expect(canGoUnwritten(encode([{ json: {}, binary: { data: { id: 'x' } } }]))).toBe(false);
  });
});
