// A page with React Flow and bare cards alone, built and served for the comparison with the editor.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const OUT = join(here, '../../.cache/bare-cards');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** @returns {Promise<{url: string, stop: () => void}>} the page's address; `?nodes=` says how many */
export async function serveBareCards() {
  await build({
    root: join(here, 'bare-cards'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: OUT, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://bench');
    const file = pathname === '/' ? '/index.html' : pathname;
    try {
      const body = await readFile(join(OUT, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}
