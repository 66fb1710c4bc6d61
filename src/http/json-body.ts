import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** Deeper documents are no workflows (the deepest of real ones has some 25 levels), and exhaust recursive readers. */
export const DEPTH_LIMIT = 200;

/** Whether arrays and objects are nested deeper than `limit`, by the text alone, before anything is built of it. */
export function isTooDeep(json: string, limit: number): boolean {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inText) {
      if (code === 92)
        i++; // a backslash hides the next character
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) {
      if (++depth > limit) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

/**
 * Reads JSON bodies: bounded in depth, and without keys that reach prototypes (`__proto__`, `constructor.prototype`).
 * An empty body is no body.
 */
export function readJsonBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    (request, body, done) => {
      const text = body as string;
      if (text.trim() === '') return done(null, undefined);
      if (isTooDeep(text, DEPTH_LIMIT)) {
        return done(new Problem(400, 'body.too_deep', `The JSON is nested deeper than ${DEPTH_LIMIT} levels.`));
      }
      parse(request, text, (error, value) => {
        if (!error) return done(null, value);
        done(faultOf(text));
      });
    },
  );
}

/** Tells a text that is no JSON from one that is, but has a key that reaches prototypes. */
function faultOf(text: string): Problem {
  try {
    JSON.parse(text);
  } catch (error) {
    return new Problem(400, 'body.malformed', `The body is not JSON: ${(error as Error).message}`);
  }
  const detail = 'The JSON has a key __proto__ or constructor.prototype, which is not taken.';
  return new Problem(400, 'body.forbidden_key', detail);
}
