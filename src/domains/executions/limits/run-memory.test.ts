import type { RunStopped } from '@orchestrator/engine';
import { describe, expect, it } from 'vitest';
import { RunMemory } from './run-memory.js';

function memoryOf(runs: number, calls = 1_000) {
  const memory = new RunMemory({ runs, calls });
  const stopped: string[] = [];
  const reasons: RunStopped[] = [];
  const open = (id: string, tenantId: string) =>
    memory.open(id, tenantId, (reason) => {
      stopped.push(id);
      reasons.push(reason);
    });
  return { memory, stopped, reasons, open };
}

describe('the memory of runs', () => {
  it('ends the run that goes over the bound, with an error that says why', () => {
    const { memory, stopped, reasons, open } = memoryOf(100);
    open('a', 'tenant');
    memory.holds('a', 100);
    expect(stopped).toEqual([]);
    memory.holds('a', 101);
    expect(stopped).toEqual(['a']);
    expect(reasons[0]?.error.code).toBe('run.memoryFull');
    expect(memory.held).toBe(0);
  });

  it('ends the largest run of the tenant that holds most, whoever grows', () => {
    const { memory, stopped, open } = memoryOf(100);
    for (const [id, tenant, bytes] of [
      ['small', 'flooder', 20],
      ['large', 'flooder', 40],
      ['single', 'quiet', 35],
    ] as const) {
      open(id, tenant);
      memory.holds(id, bytes);
    }
    memory.holds('single', 45);
    expect(stopped).toEqual(['large']);
    memory.holds('large', 1_000); // it has been told to end, and counts no more
    expect(memory.held).toBe(65);
  });

  it('lets nothing grow further of the tenant that holds most while what has been told to end is still there', () => {
    const { memory, stopped, open } = memoryOf(100);
    for (const id of ['a', 'b', 'c', 'd']) open(id, 'flooder');
    open('single', 'quiet');
    memory.holds('a', 101);
    memory.holds('b', 40);
    expect(stopped).toEqual(['a']);
    memory.holds('b', 50);
    expect(stopped).toEqual(['a', 'b']);
    memory.holds('single', 30);
    memory.close('a');
    memory.holds('c', 60);
    expect(stopped).toEqual(['a', 'b']);
  });

  it('gives back what ended runs held', () => {
    const { memory, stopped, open } = memoryOf(100);
    for (let i = 0; i < 50; i++) {
      open(`run ${i}`, 'tenant');
      memory.holds(`run ${i}`, 90);
      memory.close(`run ${i}`);
    }
    expect([memory.held, stopped.length]).toEqual([0, 0]);
  });

  it('lets waiting calls of one tenant hold a part, and all of them so much', () => {
    const { memory } = memoryOf(0, 100);
    const release = memory.holdCall('a', 20);
    expect(() => memory.holdCall('a', 20)).toThrow('tenant');
    for (const tenant of ['b', 'c', 'd', 'e']) memory.holdCall(tenant, 20);
    expect(() => memory.holdCall('f', 20)).toThrow('server');
    release();
    expect(() => memory.holdCall('f', 20)).not.toThrow();
  });

  it('takes one call of a tenant of any size that fits in all', () => {
    const { memory } = memoryOf(0, 100);
    expect(() => memory.holdCall('a', 90)()).not.toThrow();
  });
});
