import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below a network packet nothing is gained. */
const LEAST_BYTES = 1_400;
/** Of 11. Answers are made for one call: more would take longer than it saves. */
const BROTLI_QUALITY = 4;

/**
 * Compresses what the management API answers. Not webhooks: what they answer is as the workflow says, and quick. Not
 * streams of events, which have to arrive at once. Not `auth`: an answer with a secret should have a length that tells
 * nothing. The app's files are compressed when they are built.
 */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    const isData = route.url.startsWith('/api/v1/') && !route.url.startsWith('/api/v1/auth/');
    if (!isData && !route.url.startsWith('/api-docs-json')) route.compress = false;
  });
  await server.register(compress, {
    threshold: LEAST_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    customTypes: /^application\/json\b/,
    globalDecompression: false, // a small body that unpacks to a large one is an attack
  });
}
