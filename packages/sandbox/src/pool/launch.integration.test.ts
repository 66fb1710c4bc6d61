import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.js';
import { launch } from './launch.js';
import { findWorkerFiles } from './worker-files.js';

// What code finds that has broken out of its isolate: the process is started with a program of ours in place of the worker.
const folder = mkdtempSync(join(tmpdir(), 'sandbox-launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PROBE = `
const attempt = async (what) => { try { return await what(); } catch (error) { return error.code ?? error.message; } };
const found = {
  env: Object.keys(process.env),
  read: await attempt(async () => (await import('node:fs')).readFileSync('/etc/passwd', 'utf8').length),
  list: await attempt(async () => (await import('node:fs')).readdirSync('/').length),
  write: await attempt(async () => (await import('node:fs')).writeFileSync('/tmp/sandbox-probe', '')),
  run: await attempt(async () => (await import('node:child_process')).execFileSync('/bin/true').length),
  thread: await attempt(async () => new (await import('node:worker_threads')).Worker('1', { eval: true }).threadId),
  connect: await attempt(async () => {
    const { connect } = await import('node:net');
    return await new Promise((resolve, reject) => connect(PORT, '127.0.0.1').on('connect', () => resolve('connected')).on('error', reject));
  }),
};
process.stdout.write(JSON.stringify(found), () => process.exit());
`;

it('a process has no environment, files, children, threads or network', async () => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const worker = join(folder, 'probe.mjs');
  writeFileSync(worker, PROBE.replace('PORT', String(port)));
  const files = await findWorkerFiles();
  const child = launch({ ...files, worker }, DEFAULT_LIMITS);
  let text = '';
  let complaint = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  await new Promise((resolve) => child.once('close', resolve));
  server.close();
  expect(text, complaint).not.toBe('');
  const found = JSON.parse(text);
  // `sh` sets these two itself.
  expect(found.env.filter((name: string) => !['PWD', '_', 'OLDPWD', 'SHLVL'].includes(name))).toEqual(['TZ']);
  for (const action of ['read', 'list', 'write', 'run', 'thread']) expect(found[action]).toBe('ERR_ACCESS_DENIED');
  if (files.networkWall) expect(found.connect).toBe('ENETUNREACH');
});
