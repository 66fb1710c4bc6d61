import { expect, it } from 'vitest';
import { HashingQueue, QueueFull } from './hashing-queue.js';

/** Work that ends when it is told to. */
function bench(queue: HashingQueue) {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const ask = (network: string, name = network) => {
    const done = queue.run(network, () => {
      started.push(name);
      return new Promise<void>((end) => ends.push(end));
    });
    return done.catch((error: unknown) => {
      if (!(error instanceof QueueFull)) throw error;
      refused.push(`${name} ${error.scope}`);
    });
  };
  const settle = () => new Promise((done) => setImmediate(done));
  const endOne = async () => {
    ends.shift()?.();
    await settle();
  };
  return { started, refused, ask, endOne, settle };
}

it('works at a few at a time, networks in turn', async () => {
  const { started, ask, endOne } = bench(new HashingQueue({ atOnce: 2, ofOne: 10, inAll: 10 }));
  for (let i = 1; i <= 5; i++) void ask('flood', `flood ${i}`);
  void ask('office');
  expect(started).toEqual(['flood 1', 'flood 2']);
  await endOne();
  await endOne();
  expect(started).toEqual(['flood 1', 'flood 2', 'flood 3', 'office']);
  for (let i = 0; i < 4; i++) await endOne();
  expect(started).toHaveLength(6);
});

it('refuses what is more than one network may let wait', async () => {
  const { refused, ask, settle } = bench(new HashingQueue({ atOnce: 1, ofOne: 2, inAll: 10 }));
  for (let i = 1; i <= 4; i++) void ask('flood', `flood ${i}`);
  void ask('office');
  await settle();
  expect(refused).toEqual(['flood 4 network']);
});

it('makes room for a newcomer at the cost of the longest line, and refuses only when all lines are short', async () => {
  const { started, refused, ask, endOne, settle } = bench(new HashingQueue({ atOnce: 1, ofOne: 3, inAll: 4 }));
  for (let i = 0; i <= 3; i++) void ask('a', `a${i}`);
  void ask('b');
  void ask('c'); // there is no room: the last of a's three goes
  void ask('d'); // and now the last of its two
  void ask('e'); // nobody has more than one
  await settle();
  expect(refused.sort()).toEqual(['a2 server', 'a3 server', 'e server']);
  for (let i = 0; i < 5; i++) await endOne();
  expect(started).toEqual(['a0', 'a1', 'b', 'c', 'd']);
});

it('goes on after work that failed', async () => {
  const queue = new HashingQueue({ atOnce: 1, ofOne: 3, inAll: 3 });
  await expect(queue.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run('a', async () => 1)).toBe(1);
});
