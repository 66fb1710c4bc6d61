import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  DEPTH_LIMIT,
  FORBIDDEN_KEY,
  isBlank,
  isTooDeep,
  type JsonRefusal,
  LARGE_BYTES,
  malformedJson,
  TOO_DEEP,
} from '../infrastructure/json/json-bounds.js';
import type { JsonReader } from '../infrastructure/json/json-reader.js';
import { Problem } from './problem.js';

/**
 * Reads JSON bodies: bounded in depth and values, and without keys that reach prototypes (`__proto__`,
 * `constructor.prototype`). An empty body is no body. Large ones are read by a thread.
 */
export function readJsonBodies(server: FastifyInstance, reader: JsonReader): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const small = (request: FastifyRequest, text: string) => {
    if (isBlank(text)) return undefined;
    if (isTooDeep(text, DEPTH_LIMIT)) throw refused(TOO_DEEP);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    // This parser calls back with the error of what it does not take, and throws nothing.
    parse(request, text, (error, value) => (error ? reject(refused(faultOf(text))) : resolve(value)));
    return promise;
  };
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer<ArrayBuffer>) => {
      if (body.length < LARGE_BYTES) return small(request, body.toString('utf8'));
      const read = await reader.read(body, 'refuse', request.ip);
      if ('refusal' in read) throw refused(read.refusal);
      return read.value;
    },
  );
}

/** A refusal of JSON as the answer that a caller gets. */
function refused({ status, code, detail }: JsonRefusal): Problem {
  return new Problem(status, code, detail);
}

/** Tells a text that is no JSON from one that is, but has a key that reaches prototypes. */
function faultOf(text: string): JsonRefusal {
  try {
    JSON.parse(text);
  } catch (error) {
    return malformedJson(error);
  }
  return FORBIDDEN_KEY;
}
