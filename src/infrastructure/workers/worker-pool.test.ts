import { afterEach, describe, expect, it } from 'vitest';
import type { TestWork } from './test.task.js';
import { WorkerPool } from './worker-pool.js';
import { workerTask } from './worker-task.js';

const TASK = workerTask<typeof import('./test.task.js').default>(new URL('./test.task.js', import.meta.url));
let pool: WorkerPool;
const use = (limits: ConstructorParameters<typeof WorkerPool>[0] = {}) => {
  pool = new WorkerPool(limits);
  return (owner: string, work: TestWork, signal?: AbortSignal) => pool.run(TASK, work, { owner, signal });
};
afterEach(() => pool.close());

describe('work in threads', () => {
  it('is done by the module that is named, with what it imports', async () => {
    const run = use();
    expect(await run('a', { do: 'greet', name: 'Ada' })).toBe('Hello Ada');
  });

  it('takes memory over instead of copying it', async () => {
    use();
    const name = new ArrayBuffer(8);
    await pool.run(TASK, { do: 'greet', name: name as never }, { owner: 'a', transfer: [name] });
    expect(name.byteLength).toBe(0);
  });

  it('knows nothing of the environment of the server', async () => {
    const run = use();
    expect(JSON.parse(await run('a', { do: 'environment' }))).toEqual({ TZ: 'UTC' });
  });

  it('costs itself alone when it throws, hangs, ends its thread or fills its memory', async () => {
    const run = use({ taskMs: 3_000, threads: 2, heapMib: 64 });
    await expect(run('a', { do: 'throw' })).rejects.toMatchObject({ code: 'workers.failed', message: /no such thing/ });
    await expect(run('a', { do: 'exit' })).rejects.toMatchObject({ code: 'workers.failed' });
    const bad = [run('a', { do: 'hang' }), run('b', { do: 'fill' })];
    const codes = bad.map((each) => each.catch((fault) => fault.code));
    expect(await Promise.all(codes)).toEqual(['workers.timeout', expect.stringMatching(/failed|timeout/)]);
    expect(await run('a', { do: 'greet', name: 'Ada' })).toBe('Hello Ada');
  });

  it("lets one owner's work not wait for all of another's", async () => {
    const run = use({ threads: 2 });
    const order: string[] = [];
    const many = Array.from({ length: 12 }, () =>
      run('a', { do: 'spin', milliseconds: 30 }).then(() => order.push('a')),
    );
    const one = run('b', { do: 'spin', milliseconds: 30 }).then(() => order.push('b'));
    await Promise.all([...many, one]);
    expect(order.indexOf('b')).toBeLessThan(8);
  });

  it('refuses what there is no room for, at once', async () => {
    const run = use({ threads: 2, ownerQueue: 2, queue: 3 });
    const spin = { do: 'spin', milliseconds: 50 } as const;
    const taken = [run('a', spin), run('a', spin), run('a', spin)];
    await expect(run('a', spin)).rejects.toMatchObject({ code: 'workers.full' });
    taken.push(run('b', spin), run('b', spin));
    await expect(run('c', spin)).rejects.toMatchObject({ code: 'workers.full' });
    expect(await Promise.all(taken)).toEqual(Array(5).fill('spun'));
  });

  it('ends when it is cancelled, waiting or running', async () => {
    const run = use({ threads: 2 });
    const stop = new AbortController();
    const running = run('a', { do: 'hang' }, stop.signal);
    const waiting = run('a', { do: 'hang' }, stop.signal);
    setTimeout(() => stop.abort(), 100);
    await expect(running).rejects.toMatchObject({ code: 'workers.cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'workers.cancelled' });
    expect(await run('a', { do: 'greet', name: 'Ada' })).toBe('Hello Ada');
  });

  it('is refused once the server stops', async () => {
    const run = use();
    const running = run('a', { do: 'hang' }).catch((fault) => fault.code);
    await pool.close();
    expect(await running).toBe('workers.closed');
    await expect(run('a', { do: 'greet', name: 'Ada' })).rejects.toMatchObject({ code: 'workers.closed' });
  });
});
