import { Injectable } from '@nestjs/common';
import { Problem } from './problem.js';

/** What streams tell of. */
export type StreamKind = 'workflow' | 'execution';

/** Streams that one person, with all keys that act for them, may have open at once: as many tabs, or runs of a program. */
const OF_ONE_PERSON: Record<StreamKind, number> = { workflow: 20, execution: 100 };
/** So that no tenant takes all places of a process. */
const OF_ONE_TENANT = 500;
/** Each holds a connection and some kilobytes. */
const OF_PROCESS = 2_000;
const RETRY_SECONDS = 30;

/** How many streams of events are open in this process, of each person, each tenant and all. */
@Injectable()
export class StreamPlaces {
  private readonly taken = new Map<string, number>();

  /** Takes a place. @returns gives it back @throws Problem 429 when there is none */
  take(kind: StreamKind, { userId, tenantId }: { userId: string; tenantId: string }): () => void {
    const person = `${kind} ${userId}`;
    const tenant = `tenant ${tenantId}`;
    if (this.count(person) >= OF_ONE_PERSON[kind]) {
      const what = `You follow ${OF_ONE_PERSON[kind]} ${kind}s already.`;
      throw Problem.tooMany(`${what} Close one of them.`, RETRY_SECONDS);
    }
    if (this.count(tenant) >= OF_ONE_TENANT) {
      throw Problem.tooMany(
        'So many people of your tenant follow something here that no place is left.',
        RETRY_SECONDS,
      );
    }
    if (this.count(ALL) >= OF_PROCESS) {
      throw Problem.tooMany('So many people follow something here that no place is left.', RETRY_SECONDS);
    }
    const places = [person, tenant, ALL];
    for (const place of places) this.add(place, 1);
    return () => {
      for (const place of places.splice(0)) this.add(place, -1);
    };
  }

  private count(place: string): number {
    return this.taken.get(place) ?? 0;
  }

  private add(place: string, change: number): void {
    const count = this.count(place) + change;
    if (count > 0) this.taken.set(place, count);
    else this.taken.delete(place);
  }
}

const ALL = 'all';
