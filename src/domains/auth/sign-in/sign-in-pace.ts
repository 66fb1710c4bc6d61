import { Injectable } from '@nestjs/common';
import { Attempts, type Pace, waitAfter } from '../../../http/attempts.js';
import { Problem } from '../../../http/problem.js';
import { normalEmail } from '../../users/users.service.js';
import type { Client } from './client.js';
import { HeldTries } from './held-tries.js';
import { KnownDevices } from './known-devices.js';
import { TriesAtWork } from './tries-at-work.js';

const MINUTE_MS = 60_000;
/** Calls a minute from one network that may each cost a password hash. */
const CALLS_A_MINUTE = 300;
/** The same from one account that is known. */
const CALLS_OF_ONE = 60;
/** Tries of one key that wait to see how those at work end. */
const WAITING_TRIES = 50;

/** Wrong passwords for one account from one network, or one known device, or within one session. */
const GUESSES: Pace = { free: 10, firstWaitMs: 5_000, longestWaitMs: 5 * MINUTE_MS, rememberedMs: 30 * MINUTE_MS };

/**
 * Wrong passwords for one account from strangers anywhere. A tenth network that guesses reaches it; from then on each
 * stranger's try is held, never refused, or anybody could lock the owner out.
 */
const STRANGERS = { windowMs: 15 * MINUTE_MS, free: 100, firstWaitMs: 250, longestWaitMs: 8_000, step: 25 };

/**
 * Addresses that one network may find taken before its registrations are held, whether the address is taken or free:
 * what the wait depends on tells nothing. More than the tries that one network may have in line for a hash, so that an
 * office that registers all at once is not held at all.
 */
const TAKEN = { windowMs: 15 * MINUTE_MS, free: 80, firstWaitMs: 1_000, longestWaitMs: 5_000, step: 20 };

/** A try that was let in. Tell it how it ended. */
export interface Try {
  succeeded(): Promise<void>;
  failed(): Promise<void>;
  /** It was never looked at, for want of room. */
  undecided(): Promise<void>;
}

/** Slows guessing down without locking anybody out. */
@Injectable()
export class SignInPace {
  private readonly held = new HeldTries();
  private readonly atWork = new TriesAtWork(WAITING_TRIES);

  constructor(
    private readonly attempts: Attempts,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * For every route that costs a hash. Those who are known, by a browser of theirs or as they are signed in, are counted
   * by account: nobody uses up what they may do.
   * @param account the address that is signed in to, if one is, or the user who is
   * @throws Problem 429
   */
  async call(client: Client, account?: { email: string } | { userId: string }): Promise<void> {
    const key = account && this.accountKey(client, account);
    const [who, limit] = key ? [key, CALLS_OF_ONE] : [client.network, CALLS_A_MINUTE];
    const { count, endsInMs } = await this.attempts.count(`auth ${who}`, MINUTE_MS);
    if (count > limit) throw tooMany(endsInMs);
  }

  /**
   * For a token that turned out to be none: those are counted alone, so that nobody who shares a network with a
   * guesser is signed out.
   * @throws Problem 429
   */
  async badToken(client: Client): Promise<void> {
    const { count, endsInMs } = await this.attempts.count(`bad token ${client.network}`, MINUTE_MS);
    if (count > CALLS_A_MINUTE) throw tooMany(endsInMs);
  }

  /**
   * Lets a try to sign in pass, at once or after a while. It is counted before it is known how it ends.
   * @throws Problem 429 when the same network, or the known device, guessed too often; 503 when too many are held
   */
  async signIn(email: string, client: Client): Promise<Try> {
    const account = `login ${normalEmail(email)}`;
    const device = this.devices.find(client.devices, email);
    if (device) return this.guess(`${account} device ${device}`);
    const mine = await this.guess(`${account} ${client.network}`);
    const giveBack = () => this.attempts.giveBack(account);
    try {
      const { count } = await this.attempts.count(account, STRANGERS.windowMs);
      await this.held.hold(client.network, holdOf(count, STRANGERS));
    } catch (error) {
      await Promise.all([mine.undecided(), giveBack()]);
      throw error;
    }
    return {
      succeeded: async () => void (await Promise.all([mine.succeeded(), giveBack()])),
      failed: mine.failed,
      undecided: async () => void (await Promise.all([mine.undecided(), giveBack()])),
    };
  }

  /**
   * A try of somebody who is signed in, at their own password.
   * @param session each has a pace of its own, so that a stolen one slows nobody else
   */
  ownPassword(session: string): Promise<Try> {
    return this.guess(`own password ${session}`);
  }

  /** A try to register; `succeeded` when the address was free. */
  async register(client: Client): Promise<Try> {
    const key = `taken ${client.network}`;
    const giveBack = () => this.attempts.giveBack(key);
    const { count } = await this.attempts.count(key, TAKEN.windowMs);
    try {
      await this.held.hold(`register ${client.network}`, holdOf(count, TAKEN));
    } catch (error) {
      await giveBack();
      throw error;
    }
    return { succeeded: giveBack, failed: async () => {}, undecided: giveBack };
  }

  private async guess(key: string): Promise<Try> {
    for (;;) {
      const early = await this.attempts.take(key, GUESSES);
      if (early <= 0) break;
      // Those at work count as failures until they end: whoever signs in many times at once waits for them to be right.
      if (!(await this.atWork.settled(key))) throw tooMany(early);
    }
    const end = this.atWork.begin(key);
    const then = (count: () => Promise<void>) => () => count().finally(end);
    return {
      succeeded: then(() => this.attempts.forget(key)),
      failed: then(async () => {}),
      undecided: then(() => this.attempts.giveBack(key)),
    };
  }

  private accountKey(client: Client, account: { email: string } | { userId: string }): string | undefined {
    if ('userId' in account) return account.userId;
    const isKnown = this.devices.find(client.devices, account.email) !== undefined;
    return isKnown ? `known ${normalEmail(account.email)}` : undefined;
  }
}

/** What the `count`th is held for: the longer the more there were. */
function holdOf(
  count: number,
  pace: { free: number; firstWaitMs: number; longestWaitMs: number; step: number },
): number {
  const over = count - pace.free;
  return over <= 0 ? 0 : waitAfter(Math.floor(over / pace.step), { ...pace, free: 0 });
}

function tooMany(ms: number): Problem {
  return Problem.tooMany('Too many tries. Wait a little and try again.', Math.ceil(ms / 1000));
}
