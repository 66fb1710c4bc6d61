import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { encodeFrame, FrameReader } from '../frames.js';
import { type FrameKind, FrameKind as Kind } from '../frames-kind.js';
import { KILL_GRACE_MS, MAX_FRAME_BYTES, MEMORY_LOOK_MS, READY_TIMEOUT_MS, type SandboxLimits } from '../limits.js';
import { SandboxFault, type SandboxFaultCode } from '../sandbox-fault.js';
import { launch } from './launch.js';
import type { WorkerFiles } from './worker-files.js';

/** One job as it goes to a process. */
export interface ProcessJob {
  kind: FrameKind;
  milliseconds: number;
  text: string;
}
interface Running {
  job: ProcessJob;
  resolve(text: string): void;
  reject(fault: SandboxFault): void;
  deadline: NodeJS.Timeout;
  memory: NodeJS.Timeout;
}

const PAGE_BYTES = 4096;
const MB = 1024 * 1024;
/** Part of the memory limit at which a process is not used again. */
const SWOLLEN = 0.6;

/**
 * One process with an isolate in it, running one job at a time. It has no environment, no file access but its own code,
 * and is killed from outside when a job outlasts its limit or memory grows beyond its own.
 */
export class CodeProcess {
  /** Resolves when it can take jobs; rejects when it could not start. */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  private readonly child: ChildProcess;
  private running: Running | undefined;
  private killedFor: SandboxFault | undefined;
  private dead = false;
  private sequence = 0;

  constructor(
    files: WorkerFiles,
    private readonly limits: SandboxLimits,
    onExit: () => void,
  ) {
    this.child = launch(files, limits);
    const reader = new FrameReader(MAX_FRAME_BYTES);
    let isReady!: () => void;
    let notReady!: (fault: SandboxFault) => void;
    this.ready = new Promise((resolve, reject) => {
      isReady = resolve;
      notReady = reject;
    });
    this.ready.catch(() => undefined);
    const readyTimer = setTimeout(() => this.kill(crashed('did not start in time')), READY_TIMEOUT_MS);
    readyTimer.unref();
    let complaint = '';
    this.child.stderr!.on('data', (chunk: Buffer) => {
      // The end of it is enough to say why a process died; the rest of a flood is dropped.
      complaint = (complaint + chunk.toString('utf8')).slice(-2000);
    });
    this.child.stdout!.on('data', (chunk: Buffer) => {
      try {
        for (const frame of reader.push(chunk)) {
          if (frame.kind === Kind.ready) {
            clearTimeout(readyTimer);
            isReady();
          } else if (frame.id === this.sequence) this.answer(frame.kind, frame.text);
        }
      } catch {
        this.kill(new SandboxFault('sandbox.result_too_large', 'The code gave an answer that could not be read.'));
      }
    });
    // A pipe breaks when the process ends, which is told of below.
    for (const pipe of [this.child.stdin!, this.child.stdout!, this.child.stderr!]) pipe.on('error', () => undefined);
    let isGone!: () => void;
    this.exited = new Promise((resolve) => {
      isGone = resolve;
    });
    let ended = false;
    const end = (fault: SandboxFault) => {
      if (ended) return;
      ended = true;
      this.dead = true;
      clearTimeout(readyTimer);
      notReady(fault);
      this.settle()?.reject(fault);
      onExit();
      isGone();
    };
    this.child.on('error', (error) => end(crashed(error.message)));
    this.child.on('exit', () => end(this.killedFor ?? deathOf(complaint, limits)));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }
  get busy(): boolean {
    return this.running !== undefined;
  }
  get alive(): boolean {
    return !this.dead && this.killedFor === undefined;
  }

  /** A job left so much memory behind that the next one would pay for it. */
  get swollen(): boolean {
    return residentBytes(this.child.pid) > this.limits.processMemoryMb * MB * SWOLLEN;
  }

  /** It can take a job now. */
  get usable(): boolean {
    return this.alive && !this.busy;
  }

  /** @returns the isolate's answer, as JSON text that is not to be trusted */
  run(job: ProcessJob): Promise<string> {
    return new Promise((resolve, reject) => {
      this.sequence = (this.sequence + 1) >>> 0;
      const deadline = setTimeout(() => this.kill(timedOut(job.milliseconds)), job.milliseconds + KILL_GRACE_MS);
      const memory = setInterval(() => {
        if (residentBytes(this.child.pid) > this.limits.processMemoryMb * MB) this.kill(outOfMemory(this.limits));
      }, MEMORY_LOOK_MS);
      this.running = { job, resolve, reject, deadline, memory };
      this.child.stdin!.write(
        encodeFrame({ id: this.sequence, kind: job.kind, milliseconds: job.milliseconds, text: job.text }),
      );
    });
  }

  /** Ends the process at once; a job in it fails with `fault`. */
  kill(fault: SandboxFault = new SandboxFault('sandbox.closed', 'The sandbox was closed.')): void {
    if (this.dead) return;
    this.killedFor ??= fault;
    this.child.kill('SIGKILL');
  }

  /** Keeps the host alive only while there is work. */
  hold(on: boolean): void {
    for (const part of [this.child, this.child.stdout, this.child.stdin, this.child.stderr] as unknown as Socket[]) {
      if (on) part.ref?.();
      else part.unref?.();
    }
  }

  private answer(kind: FrameKind, text: string): void {
    const running = this.settle();
    if (!running) return;
    if (kind === Kind.done) {
      running.resolve(text);
      return;
    }
    const fault = faultOf(text);
    running.reject(fault === 'sandbox.timeout' ? timedOut(running.job.milliseconds) : faultFor(fault, this.limits));
  }

  private settle(): Running | undefined {
    const running = this.running;
    if (running) {
      clearTimeout(running.deadline);
      clearInterval(running.memory);
    }
    this.running = undefined;
    return running;
  }
}

/** Resident memory of a process in bytes; 0 where the system does not say. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

function faultOf(text: string): SandboxFaultCode {
  try {
    return JSON.parse(text).code;
  } catch {
    return 'sandbox.crashed';
  }
}
function faultFor(code: SandboxFaultCode, limits: SandboxLimits): SandboxFault {
  if (code === 'sandbox.memory') return outOfMemory(limits);
  if (code === 'sandbox.result_too_large')
    return new SandboxFault(code, `The code returned more than ${Math.floor(limits.maxResultChars / MB)} MB of data.`);
  if (code === 'sandbox.stuck')
    return new SandboxFault(code, 'The code waits for a promise that nothing will ever resolve.');
  return crashed('ended unexpectedly');
}
function deathOf(complaint: string, limits: SandboxLimits): SandboxFault {
  return /heap|memory|bad_alloc|alloc/i.test(complaint) ? outOfMemory(limits) : crashed('ended unexpectedly');
}
function timedOut(milliseconds: number): SandboxFault {
  return new SandboxFault('sandbox.timeout', `The code ran longer than ${milliseconds} ms and was stopped.`);
}
function outOfMemory(limits: SandboxLimits): SandboxFault {
  return new SandboxFault(
    'sandbox.memory',
    `The code used more than ${limits.isolateMemoryMb} MB of memory and was stopped.`,
  );
}
function crashed(how: string): SandboxFault {
  return new SandboxFault('sandbox.crashed', `The process that ran the code ${how}.`);
}
