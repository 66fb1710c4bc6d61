import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { encodeFrame, FrameReader } from '../frames.js';
import { type FrameKind, FrameKind as Kind } from '../frames-kind.js';
import { IsolateHost } from './isolate-host.js';
import { JobFault } from './job-fault.js';

/** Milliseconds without work after which the isolate, and all that it holds, is given back to the system. */
const IDLE_SHED_MS = 5_000;

// The whole of a code process: takes one job after another from stdin and answers on stdout. Jobs are not read here,
// only handed to the isolate. When the host goes away, stdin ends, and so does the process.
const { addon, bundle, memoryMb } = JSON.parse(process.argv[2]!) as { addon: string; bundle: string; memoryMb: number };
const { ivm } = createRequire(import.meta.url)(addon) as { ivm: typeof import('isolated-vm') };
const host = new IsolateHost(ivm, readFileSync(bundle, 'utf8'), memoryMb);
const reader = new FrameReader(Number.MAX_SAFE_INTEGER);
let shed: NodeJS.Timeout | undefined;

function send(id: number, kind: FrameKind, text: string): void {
  process.stdout.write(encodeFrame({ id, kind, milliseconds: 0, text }));
}

process.stdin.on('data', async (chunk: Buffer) => {
  for (const { id, kind, milliseconds, text } of reader.push(chunk)) {
    clearTimeout(shed);
    try {
      send(id, Kind.done, await host.run(kind, text, milliseconds));
    } catch (error) {
      send(id, Kind.fault, JSON.stringify({ code: error instanceof JobFault ? error.code : 'sandbox.crashed' }));
    }
    // After the answer has left: the next job finds everything ready.
    setImmediate(() => host.prepare());
    shed = setTimeout(() => host.shed(), IDLE_SHED_MS);
  }
});
process.stdin.on('end', () => process.exit(0));
host.prepare();
send(0, Kind.ready, '');
