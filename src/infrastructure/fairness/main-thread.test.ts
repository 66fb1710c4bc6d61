import { describe, expect, it } from 'vitest';
import { MainThread } from './main-thread.js';

/** A main thread whose work takes the time that it says it takes, and which tells who worked in which order. */
class Workplace {
  now = 0;
  readonly turns = new MainThread(() => this.now);
  readonly done: string[] = [];

  /** One run of a tenant that takes so many turns of so many milliseconds, each asked for. */
  async run(tenantId: string, turns: number, ms: number): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await this.turns.next(tenantId);
      this.work(tenantId, ms);
    }
  }

  work(tenantId: string, ms: number): void {
    this.now += ms;
    this.done.push(tenantId);
  }
}

const round = () => new Promise((resolve) => setImmediate(resolve));

describe('turns that were asked for', () => {
  it('let the event loop go round between the turns of many busy runs', async () => {
    const place = new Workplace();
    const runs = 20;
    let rounds = 0;
    let ended = false;
    const go = () => {
      rounds++;
      if (!ended) setImmediate(go);
    };
    setImmediate(go);
    await Promise.all([...Array(runs)].map(() => place.run('a', 1, 6)));
    ended = true;
    expect(rounds).toBeGreaterThan(runs / 2);
  });

  it('come in the order in which a tenant asked, all in one round when they are short', async () => {
    const place = new Workplace();
    const order: number[] = [];
    await Promise.all([...Array(20).keys()].map((n) => place.turns.next('a').then(() => order.push(n))));
    expect(order).toEqual([...Array(20).keys()]);
  });

  it('go to the tenant that used least: one with 60 heavy runs delays another by one turn', async () => {
    const place = new Workplace();
    const flood = Promise.all([...Array(60)].map(() => place.run('flood', 5, 15)));
    for (let begun = 0; begun < 3; begun++) await round();
    const before = place.done.length;
    await place.run('quiet', 5, 1);
    const meanwhile = place.done.slice(before).filter((tenantId) => tenantId === 'flood').length;
    expect(meanwhile).toBeLessThanOrEqual(10);
    await flood;
  });

  it('are shared by time, not by number', async () => {
    const place = new Workplace();
    const used = () => ({
      long: place.done.filter((tenantId) => tenantId === 'long').length * 18,
      short: place.done.filter((tenantId) => tenantId === 'short').length * 2,
    });
    await Promise.race([place.run('long', 100, 18), place.run('short', 200, 2)]);
    const { long, short } = used();
    expect(Math.abs(long - short)).toBeLessThanOrEqual(40);
  });

  it('leave a pause after one that the others felt, when there are others', async () => {
    const turns = new MainThread();
    const busy = (ms: number) => {
      for (const end = performance.now() + ms; performance.now() < end; );
    };
    /** Turns that others have between two of the tenant that takes long ones. */
    const between = async () => {
      await turns.next('long');
      busy(100);
      await round();
      let count = 0;
      let again = false;
      const next = turns.next('long').then(() => {
        again = true;
      });
      while (!again) {
        await turns.next('other');
        busy(2);
        count++;
      }
      await next;
      return count;
    };
    await between();
    expect(await between()).toBeGreaterThan(5);
  });
});

describe('what begins without a turn', () => {
  it('has to ask for one when its tenant has used much of this round, until the next', async () => {
    const place = new Workplace();
    const begin = (ms: number) => place.turns.begin('a', async () => place.work('a', ms));
    const free = [place.turns.isFree('a')];
    begin(4);
    free.push(place.turns.isFree('a'));
    begin(8);
    free.push(place.turns.isFree('a'), place.turns.isFree('b'));
    await round();
    free.push(place.turns.isFree('a'));
    expect(free).toEqual([true, true, false, true, true]);
  });

  it('has to ask for one for a while after its tenant had a long one', async () => {
    const place = new Workplace();
    await place.turns.begin('a', async () => place.work('a', 200));
    await round();
    const free = [place.turns.isFree('a'), place.turns.isFree('b')];
    place.now += 1_100;
    free.push(place.turns.isFree('a'));
    expect(free).toEqual([false, true, true]);
  });

  it('queues behind the turns that its tenant waits for', async () => {
    const place = new Workplace();
    const waiting = place.turns.next('a');
    expect(place.turns.isFree('a')).toBe(false);
    expect(place.turns.isFree('b')).toBe(true);
    await waiting;
    expect(place.turns.isFree('a')).toBe(true);
  });
});

describe('work in steps', () => {
  it('goes on for some milliseconds, then lets others have theirs', async () => {
    const place = new Workplace();
    const steps = function* () {
      for (let n = 0; n < 30; n++) {
        place.work('a', 2);
        yield;
      }
      return 'done';
    };
    const [result] = await Promise.all([place.turns.inTurns('a', steps()), place.run('b', 3, 1)]);
    expect(result).toBe('done');
    expect(place.done.indexOf('b')).toBeLessThanOrEqual(6);
    expect(place.done.filter((tenantId) => tenantId === 'a').length).toBe(30);
  });

  it('hands on what a step throws', async () => {
    const steps = function* () {
      yield;
      throw new Error('no');
    };
    await expect(new MainThread().inTurns('a', steps())).rejects.toThrow('no');
  });
});
