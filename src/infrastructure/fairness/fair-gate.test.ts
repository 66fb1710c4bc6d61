import { describe, expect, it } from 'vitest';
import { FairGate, TooManyWaitingError } from './fair-gate.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('fair gate', () => {
  it('keeps to the bounds in all and for each tenant', () => {
    const gate = new FairGate({ total: 3, perTenant: 2, maxWaiting: 10 });
    expect([gate.tryEnter('a'), gate.tryEnter('a'), gate.tryEnter('a')]).toEqual([true, true, false]);
    expect([gate.tryEnter('b'), gate.tryEnter('b')]).toEqual([true, false]);
    gate.leave('a');
    expect(gate.tryEnter('c')).toBe(true);
  });

  it('keeps the last places for tenants that have no run', () => {
    const gate = new FairGate({ total: 20, perTenant: 20, maxWaiting: 10 });
    const entered = [...Array(30)].filter(() => gate.tryEnter('flood')).length;
    expect(entered).toBe(18);
    expect([gate.roomOf('flood'), gate.roomOfOthers, gate.room]).toEqual([0, 1, 2]);
    expect([gate.tryEnter('a'), gate.tryEnter('a'), gate.tryEnter('b'), gate.tryEnter('c')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('lets a single run in where there is one place in all', () => {
    const gate = new FairGate({ total: 1, perTenant: 5, maxWaiting: 10 });
    expect([gate.tryEnter('a'), gate.tryEnter('b')]).toEqual([true, false]);
  });

  it('lets tenants take turns, whoever queued more', async () => {
    const gate = new FairGate({ total: 1, perTenant: 1, maxWaiting: 100 });
    await gate.waitToEnter('flood');
    const order: string[] = [];
    const come = (tenant: string) => gate.waitToEnter(tenant).then(() => order.push(tenant));
    const all = [...Array(5)].map(() => come('flood'));
    all.push(come('quiet'), come('other'));
    for (let i = 0; i < 7; i++) {
      gate.leave(order.at(-1) ?? 'flood');
      await turn();
    }
    await Promise.all(all);
    expect(order.slice(0, 3).sort()).toEqual(['flood', 'other', 'quiet']);
  });

  it('refuses one tenant whose queue is full, and nobody else', async () => {
    const gate = new FairGate({ total: 1, perTenant: 1, maxWaiting: 1 });
    await gate.waitToEnter('a');
    const second = gate.waitToEnter('a');
    await expect(gate.waitToEnter('a')).rejects.toBeInstanceOf(TooManyWaitingError);
    const other = gate.waitToEnter('b');
    gate.leave('a');
    await second;
    gate.leave('a');
    await other;
    expect(gate.active).toBe(1);
  });
});
