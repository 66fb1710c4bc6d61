// A bare Fastify route that commits one row, with others, to the same PostgreSQL before it answers: what the machine
// could do if a workflow cost nothing.
import { join } from 'node:path';
import { freePort, node, root, start } from './processes.mjs';

export async function startFastify(databaseUrl) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/bench-set`;
  const ready = async () =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name":"a","items":[]}',
      })
    ).ok;
  const server = await start(
    'bare Fastify',
    node,
    [join(root, 'bench/fastify-server.mjs')],
    { PORT: String(port), DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    ready,
  );
  return { name: 'bare Fastify + group commit', url, pid: server.pid, stop: server.stop };
}
