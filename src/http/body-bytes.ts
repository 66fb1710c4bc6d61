import { Transform } from 'node:stream';
import { getHeapStatistics } from 'node:v8';
import { SmallPieces, TooManyPieces } from '@orchestrator/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** Bodies up to this size are not counted: a connection takes up as much by itself. */
const SMALL_BYTES = 64 * 1024;
/** Part of the heap that the larger bodies of all calls in progress may take up together. */
const TOTAL_PART = 1 / 8;
/** Part of that for the calls of one tenant, or of one address where no tenant is known yet. */
const KEY_PART = 1 / 2;
const RETRY_AFTER_SECONDS = 1;

/** Counts the bytes of bodies that this process holds, by whoever they are for, and refuses what is too much. */
export class BodyBytes {
  private total = 0;
  private readonly ofKeys = new Map<string, number>();

  constructor(private readonly limit = getHeapStatistics().heap_size_limit * TOTAL_PART) {}

  /** @throws Problem 429 when those of the key hold too much, 503 when all do; nothing is counted then */
  add(key: string, bytes: number): void {
    const own = (this.ofKeys.get(key) ?? 0) + bytes;
    if (own > this.limit * KEY_PART) {
      throw Problem.tooMany('Too much data is being sent at once. Try again in a moment.', RETRY_AFTER_SECONDS);
    }
    if (this.total + bytes > this.limit) {
      throw new Problem(503, 'server.busy', 'The server takes in as much as it can. Try again in a moment.', {
        retryAfter: RETRY_AFTER_SECONDS,
      });
    }
    this.total += bytes;
    this.ofKeys.set(key, own);
  }

  remove(key: string, bytes: number): void {
    this.total -= bytes;
    const left = (this.ofKeys.get(key) ?? 0) - bytes;
    if (left > 0) this.ofKeys.set(key, left);
    else this.ofKeys.delete(key);
  }
}

/** Addresses whose scope counts by itself, with its tenants. */
const COUNTED_APART = /^\/webhook/;

/** Counts the bodies of the management API, by the address that they come from: who sends them is not known before. */
export function countApiBodies(server: FastifyInstance, bytes: BodyBytes): void {
  countBodies(server, bytes, ({ url, ip }) => (COUNTED_APART.test(url) ? undefined : ip));
}

/**
 * Counts the bodies of a scope's calls while they come in and until they are answered, and joins what comes in crumbs.
 * @param keyOf whom a body is for; asked only for bodies that may be large; `undefined`: not counted here
 */
export function countBodies(
  server: FastifyInstance,
  bytes: BodyBytes,
  keyOf: (request: FastifyRequest) => string | undefined | Promise<string | undefined>,
): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    const length = request.headers['content-length'];
    const isSmall = length === undefined ? !request.headers['transfer-encoding'] : Number(length) <= SMALL_BYTES;
    // What was unpacked on the way here may be larger than its length says.
    if (isSmall && payload === request.raw) return done(null, payload);
    Promise.resolve(keyOf(request)).then(
      (key) => {
        if (key === undefined) return done(null, payload);
        if (payload.errored) return done(payload.errored);
        if (payload.destroyed) return done(new Problem(400, 'request.aborted', 'The call was cut.'));
        let held = 0;
        const small = new SmallPieces();
        const counter = new Transform({
          transform(chunk: Buffer, _encoding, next) {
            try {
              bytes.add(key, chunk.length);
              held += chunk.length;
              for (const piece of small.add(chunk)) this.push(piece);
              next();
            } catch (error) {
              next(error instanceof TooManyPieces ? tooManyPieces(error) : (error as Error));
            }
          },
          flush(next) {
            next(null, small.rest());
          },
        });
        reply.raw.once('close', () => bytes.remove(key, held));
        // Whoever reads the body stops listening once it has refused it, and a call may be cut after that.
        counter.on('error', () => undefined);
        payload.on('error', (error) => counter.destroy(error));
        // How much came in is compared with the length that was announced.
        Object.defineProperty(counter, 'receivedEncodedLength', { get: () => payload.receivedEncodedLength ?? 0 });
        done(null, payload.pipe(counter));
      },
      (error: Error) => done(error),
    );
  });
}

function tooManyPieces({ message }: TooManyPieces): Problem {
  return new Problem(413, 'body.too_many_pieces', message);
}
