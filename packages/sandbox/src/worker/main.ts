import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encodeFrame, FrameReader } from '../frames.js';
import { type FrameKind, FrameKind as Kind } from '../frames-kind.js';
import { IsolateHost } from './isolate-host.js';
import { JobFault } from './job-fault.js';
import type { WorkerSetup } from './setup.js';

/** Milliseconds without work after which the isolates, and all that they hold, are given back to the system. */
const IDLE_SHED_MS = 5_000;

// The whole of a code process: takes one job after another from stdin and answers on stdout. Jobs are not read here,
// only handed to an isolate. When the host goes away, stdin ends, and so does the process.
const { addon, scripts, memoryMb } = JSON.parse(process.argv[2]!) as WorkerSetup;
const { ivm } = createRequire(import.meta.url)(addon) as { ivm: typeof import('isolated-vm') };
const read = (path: string) => readFileSync(path, 'utf8');
const code = new IsolateHost(ivm, memoryMb, read(scripts.code), read(scripts.web));
const expression = new IsolateHost(ivm, memoryMb, read(scripts.expression));
const reader = new FrameReader(Number.MAX_SAFE_INTEGER);
let shed: NodeJS.Timeout | undefined;

function send(id: number, kind: FrameKind, text: string): void {
  process.stdout.write(encodeFrame({ id, kind, milliseconds: 0, text }));
}

process.stdin.on('data', async (chunk: Buffer) => {
  for (const { id, kind, milliseconds, text } of reader.push(chunk)) {
    clearTimeout(shed);
    const host = kind === Kind.code || kind === Kind.webCode ? code : expression;
    try {
      send(id, Kind.done, await host.run(text, milliseconds, kind === Kind.webCode));
    } catch (error) {
      send(id, Kind.fault, JSON.stringify({ code: error instanceof JobFault ? error.code : 'sandbox.crashed' }));
    }
    // After the answer has left: the next job finds everything ready.
    setImmediate(() => host.prepare());
    shed = setTimeout(() => {
      code.shed();
      expression.shed();
    }, IDLE_SHED_MS);
  }
});
process.stdin.on('end', () => process.exit(0));
code.prepare();
send(0, Kind.ready, '');
