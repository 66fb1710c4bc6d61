import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Problem } from '../../http/problem.js';
import { HashingQueue, QueueFull } from './sign-in/hashing-queue.js';

/** At least this many characters, of any kind (NIST SP 800-63B §5.1.1); shorter ones need a good score. */
const LENGTH = 12;
const SHORTEST = 8;
/** zxcvbn: 3 is "safely unguessable". */
const GOOD_SCORE = 3;
/** argon2id takes any length, but hashing megabytes for a stranger is work that nobody needs. */
export const PASSWORD_LIMIT = 1024;
/** OWASP's recommendation for argon2id (2025): 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Seconds after which a full queue has moved on. */
const COME_BACK = 2;

/**
 * Hashes, checks and judges passwords. argon2 works on a thread of libuv's pool; every hash of the server passes by the
 * one queue here, so that no flood of them takes the pool, or the memory, from everybody else.
 */
@Injectable()
export class Passwords {
  private readonly queue = new HashingQueue();
  private judge: Promise<ZxcvbnFactory> | undefined;
  private readonly nobodys = hash('the password of nobody', COST);

  /**
   * @param network who asks, by `networkOf`
   * @throws Problem 429 or 503 when too many wait
   */
  hash(password: string, network: string): Promise<string> {
    return this.inTurn(network, () => hash(password.normalize('NFKC'), COST));
  }

  /**
   * Whether the password belongs to the hash. Without a hash it takes as long and says no.
   * @throws Problem 429 or 503 when too many wait
   */
  async matches(password: string, stored: string | undefined, network: string): Promise<boolean> {
    const against = stored ?? (await this.nobodys);
    const check = () => verify(against, password.normalize('NFKC')).catch(() => false);
    return (await this.inTurn(network, check)) && stored !== undefined;
  }

  /**
   * @param context words that are easy to guess here: address and name
   * @throws Problem 422 when the password is too weak
   */
  async requireGood(password: string, context: readonly string[]): Promise<void> {
    if ([...password].length >= LENGTH) return;
    if ([...password].length >= SHORTEST) {
      this.judge ??= loadJudge(); // some megabytes of word lists, needed seldom
      if ((await this.judge).check(password, [...context]).score >= GOOD_SCORE) return;
    }
    const detail = `The password is too easy to guess. Take at least ${LENGTH} characters, of any kind.`;
    throw Problem.invalid('password.weak', detail, [{ field: 'password', message: detail }]);
  }

  private async inTurn<T>(network: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.run(network, work);
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error;
      if (error.scope === 'network')
        throw Problem.tooMany('Too many tries at once. Wait a little and try again.', COME_BACK);
      throw Problem.busy('Too many people sign in at once. Try again in a moment.', COME_BACK);
    }
  }
}

async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
