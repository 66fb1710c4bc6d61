import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventStream, STREAM_PACE, type StreamPace } from './event-stream.js';
import { Authenticator, type Principal } from './principal.js';
import { mayStill, type Reader, tokenOf } from './rights.js';
import { Stopping } from './stopping.js';
import { type StreamKind, StreamPlaces } from './stream-places.js';

/** Who opens a stream, to read what. */
export interface StreamReader extends Reader {
  kind: StreamKind;
}

/** A place for a stream that is not open yet: what it is to tell is looked up meanwhile. */
export interface StreamPlace {
  /** Begins the answer; from now on the stream gives its place back by itself. */
  open(reply: FastifyReply): EventStream;
  /** Gives the place back, when there is nothing to open. */
  release(): void;
}

/**
 * The one way to an answer that tells events: so many for each person and tenant, none for longer than its reader may
 * read, and none that nobody takes.
 */
@Injectable()
export class EventStreams {
  /** Looks at rights that are under way, by token: those who have many streams are looked up once for all. */
  private readonly looks = new Map<string, Promise<Principal | undefined>>();
  /** How streams are kept; tests have them look more often. */
  pace: StreamPace = STREAM_PACE;

  constructor(
    private readonly places: StreamPlaces,
    private readonly authenticator: Authenticator,
    private readonly stopping: Stopping,
  ) {}

  /** @throws Problem 429 when too many streams are open */
  take(reader: StreamReader): StreamPlace {
    const release = this.places.take(reader.kind, reader.caller);
    return {
      release,
      open: (reply) =>
        new EventStream(
          reply,
          this.stopping.signal,
          async () => mayStill(await this.lookUp(tokenOf(reader.request)), reader),
          release,
          this.pace,
        ),
    };
  }

  private lookUp(token: string): Promise<Principal | undefined> {
    const underWay = this.looks.get(token);
    if (underWay) return underWay;
    const look = this.authenticator.authenticate(token).finally(() => {
      // Streams of one token look within a moment of each other, if at all.
      setTimeout(() => this.looks.delete(token), this.pace.lookMs / 2).unref();
    });
    this.looks.set(token, look);
    return look;
  }
}
