import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.js';

const job = (tenantId: string, name = '', long = false) => ({ tenantId, name, long });
const anyone = () => true;
const nothing = () => 0;

describe('the fair queue', () => {
  it('serves tenants in turn, each in its own order', () => {
    const queue = new FairQueue<ReturnType<typeof job>>();
    for (const [tenant, name] of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2'] as const) queue.add(job(tenant as string, name));
    const order = Array.from({ length: 6 }, () => queue.take(anyone, nothing)).map((j) => `${j?.tenantId}${j?.name}`);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
    expect(queue.take(anyone, nothing)).toBeUndefined();
  });

  it('serves first who used least', () => {
    const queue = new FairQueue<ReturnType<typeof job>>();
    for (const tenant of ['a', 'b', 'c']) queue.add(job(tenant));
    const used = new Map([
      ['a', 5],
      ['b', 1],
      ['c', 3],
    ]);
    const order = Array.from({ length: 3 }, () => queue.take(anyone, (tenant) => used.get(tenant) ?? 0)?.tenantId);
    expect(order).toEqual(['b', 'c', 'a']);
  });

  it('passes over what may not run, long jobs apart from new ones', () => {
    const queue = new FairQueue<ReturnType<typeof job>>();
    queue.add(job('a', 'long', true));
    queue.add(job('a', 'new'));
    expect(queue.take((line) => !line.long, nothing)?.name).toBe('new');
    expect(queue.some((line) => !line.long)).toBe(false);
    expect(queue.sizeOf('a')).toBe(1);
  });

  it('loses and doubles nothing, whatever is taken out of its turn', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.boolean())), (entries) => {
        const queue = new FairQueue<{ tenantId: string; long: boolean }>();
        const jobs = entries.map(([tenantId, long]) => ({ tenantId, long }));
        for (const each of jobs) queue.add(each);
        const removed = jobs.filter((each, i) => entries[i]?.[2] && queue.remove(each));
        const taken = [];
        for (let next = queue.take(anyone, nothing); next; next = queue.take(anyone, nothing)) taken.push(next);
        expect(new Set([...removed, ...taken])).toEqual(new Set(jobs));
        expect(removed.length + taken.length).toBe(jobs.length);
        for (const tenant of ['a', 'b', 'c']) expect(queue.sizeOf(tenant)).toBe(0);
      }),
    );
  });
});
