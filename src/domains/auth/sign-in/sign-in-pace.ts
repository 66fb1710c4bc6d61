import { Injectable } from '@nestjs/common';
import { Attempts, type Pace, waitAfter } from '../../../http/attempts.js';
import { Problem } from '../../../http/problem.js';
import { normalEmail } from '../../users/users.service.js';
import type { Client } from './client.js';
import { HeldTries } from './held-tries.js';
import { KnownDevices } from './known-devices.js';

const MINUTE_MS = 60_000;
/** Calls a minute from one network that may each cost a password hash. */
const CALLS_A_MINUTE = 300;

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

/** A try that was let in. Tell it how it ended: what is told nothing of counts as a failure. */
export interface Try {
  succeeded(): Promise<void>;
  /** It was never looked at, for want of room. */
  undecided(): Promise<void>;
}

/** Slows guessing down without locking anybody out. */
@Injectable()
export class SignInPace {
  private readonly held = new HeldTries();

  constructor(
    private readonly attempts: Attempts,
    private readonly devices: KnownDevices,
  ) {}

  /**
   * For every route that costs a hash.
   * @throws Problem 429
   */
  async call(client: Client): Promise<void> {
    const { count, endsInMs } = await this.attempts.count(`auth ${client.network}`, MINUTE_MS);
    if (count > CALLS_A_MINUTE) throw tooMany(endsInMs);
  }

  /**
   * For calls that bring a token: what turns out to be good is given back, so that an office that a guesser sits in
   * stays signed in.
   * @throws Problem 429
   */
  async token(client: Client): Promise<Try> {
    const key = `token ${client.network}`;
    const { count, endsInMs } = await this.attempts.count(key, MINUTE_MS);
    if (count > CALLS_A_MINUTE) throw tooMany(endsInMs);
    const giveBack = () => this.attempts.giveBack(key);
    return { succeeded: giveBack, undecided: giveBack };
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
    return { succeeded: giveBack, undecided: giveBack };
  }

  private async guess(key: string): Promise<Try> {
    const early = await this.attempts.take(key, GUESSES);
    if (early > 0) throw tooMany(early);
    return { succeeded: () => this.attempts.forget(key), undecided: () => this.attempts.giveBack(key) };
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
