import { Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** How a body may be compressed on its way here (RFC 9110, 8.4.1). */
const DECODERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;
const ACCEPTED = 'gzip, deflate, br';

/** What unpacks to more than so many times its size is made for that. JSON and text seldom reach a tenth of it. */
const MOST_RATIO = 250;
/** Up to this size a body may be as repetitive as it likes. */
const FREE_BYTES = 1024 * 1024;

/**
 * Unpacks the compressed bodies of a scope's calls while they come in. What comes out is bounded like a body that was not
 * compressed, and by how much larger it is than what came: nothing is unpacked beyond that.
 */
export function decodeBodies(server: FastifyInstance): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    const coding = codingOf(request);
    if (coding === undefined) return done(null, payload);
    if (!isKnown(coding)) return done(unsupported(coding));
    const decoder = DECODERS[coding]();
    const body = new DecodedBody(request.routeOptions.bodyLimit);
    const end = (error: Error) => {
      payload.unpipe(decoder);
      decoder.destroy();
      body.destroy(error);
    };
    payload.on('data', (chunk: Buffer) => {
      body.receivedEncodedLength += chunk.length;
    });
    payload.on('error', end);
    decoder.on('error', () => end(malformed(coding)));
    // Whoever reads the body stops listening once it has refused it, and what is left must not be unpacked then.
    body.on('error', end);
    reply.raw.once('close', () => end(new Problem(400, 'request.aborted', 'The call was cut.')));
    done(null, payload.pipe(decoder).pipe(body));
  });
}

/** The bytes of a body as they were before they were compressed. */
class DecodedBody extends Transform {
  /** Bytes that came in; the framework compares them with the length that was announced. */
  receivedEncodedLength = 0;
  private length = 0;

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback): void {
    this.length += chunk.length;
    const refusal = this.refusal();
    if (refusal) next(refusal);
    else next(null, chunk);
  }

  private refusal(): Problem | undefined {
    if (this.length > this.limit) {
      return new Problem(413, 'body.too_large', `Unpacked, the body is larger than ${this.limit} bytes.`);
    }
    if (this.length > FREE_BYTES && this.length > this.receivedEncodedLength * MOST_RATIO) {
      const detail = `The body unpacks to more than ${MOST_RATIO} times its size. Send it as it is, or in parts.`;
      return new Problem(413, 'body.too_compressed', detail);
    }
    return undefined;
  }
}

/** The coding of a body in lower case; `undefined` when there is no body, or none is named. */
function codingOf({ headers }: FastifyRequest): string | undefined {
  const given = headers['content-encoding'];
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (given === undefined || !hasBody) return undefined;
  const codings = given
    .toLowerCase()
    .split(',')
    .map((each) => each.trim());
  const named = codings.filter((each) => each !== '' && each !== 'identity');
  return named.length > 0 ? named.join(', ') : undefined;
}

const isKnown = (coding: string): coding is keyof typeof DECODERS => Object.hasOwn(DECODERS, coding);

function unsupported(coding: string): Problem {
  const detail = `Bodies can't be compressed by '${coding.slice(0, 100)}' here, only by one of: ${ACCEPTED}.`;
  return new Problem(415, 'body.unsupported_encoding', detail, { acceptEncoding: ACCEPTED });
}

function malformed(coding: string): Problem {
  const detail = `The header content-encoding says '${coding}', but the body is not that, or is not whole.`;
  return new Problem(400, 'body.malformed', detail);
}
