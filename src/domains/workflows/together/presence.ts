import { Injectable } from '@nestjs/common';
import type { Somebody } from './workflow-changes.events.js';

/** Who opens and closes within this time is told of once: a stream that is renewed looks like neither. */
const SETTLE_MS = 300;
/** More faces than this say no more than a number would. */
const MOST_TOLD = 20;

/** Somebody who has a workflow open, in so many tabs. */
export type Present = Somebody & { tabs: number };

interface Seat {
  person: Somebody;
  tell(people: Present[]): void;
}

/**
 * Who has a workflow open. It is known of the streams of this process alone, and forgotten with it: where several
 * processes answer the API, people at another one are not seen.
 */
@Injectable()
export class Presence {
  private readonly rooms = new Map<string, Set<Seat>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  /** @returns leaves again */
  enter(workflowId: string, person: Somebody, tell: (people: Present[]) => void): () => void {
    const seat = { person, tell };
    const room = this.rooms.get(workflowId) ?? new Set();
    this.rooms.set(workflowId, room.add(seat));
    this.soon(workflowId);
    return () => {
      room.delete(seat);
      if (room.size > 0) return this.soon(workflowId);
      this.rooms.delete(workflowId);
      clearTimeout(this.timers.get(workflowId));
      this.timers.delete(workflowId);
    };
  }

  private soon(workflowId: string): void {
    if (this.timers.has(workflowId)) return;
    const timer = setTimeout(() => {
      this.timers.delete(workflowId);
      const room = this.rooms.get(workflowId) ?? new Set();
      const seats = Map.groupBy(room, ({ person }) => person.id).values();
      const people = [...seats].flatMap((own) => own.slice(-1).map(({ person }) => ({ ...person, tabs: own.length })));
      for (const { tell } of room) tell(people.slice(0, MOST_TOLD));
    }, SETTLE_MS);
    this.timers.set(workflowId, timer.unref());
  }
}
