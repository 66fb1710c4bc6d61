import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '../data-folder.js';
import { identify, isAlive, type ProcessIdentity } from '../database/process-identity.js';

/** In the data folder: a file for each process that runs. */
const FOLDER = 'running';
/** A sign of life this often: it dates the end of a process that had no time to say anything. */
const BEAT_MS = 10_000;
/** On other machines that share the folder a process can't be looked for; who gives no sign for so long is gone. */
const SILENT_MS = 6 * BEAT_MS;
const MESSAGE_LENGTH = 500;
const STACK_LENGTH = 8_000;

/** The end of a server that nobody had asked for. */
export interface Crash {
  /** When it happened, or the last sign of life. */
  at: Date;
  startedAt: Date;
  /** The machine's name. */
  host: string;
  /** What was thrown; `null` for a process that was killed, ran out of memory, or whose machine went down. */
  message: string | null;
  stack: string | null;
}

interface Mark extends ProcessIdentity {
  host: string;
  startedAt: string;
  fault?: { at: string; message: string; stack: string };
}

/**
 * Says in the data folder that this process runs, until it ends in order. What is found there of a process that is gone
 * tells the next start of a crash: the one thing that a killed process can leave.
 */
export class RunMark {
  private constructor(
    private readonly file: string,
    private readonly mark: Mark,
    private readonly beat: NodeJS.Timeout,
  ) {}

  /** @throws when the folder can't be written to */
  static set(dataFolder: string): RunMark {
    const folder = join(dataFolder, FOLDER);
    makeDataFolder(dataFolder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const identity = identify(process.pid) ?? { pid: process.pid, started: '' };
    const mark: Mark = { ...identity, host: hostname(), startedAt: new Date().toISOString() };
    const file = join(folder, `${randomUUID()}.json`);
    write(file, mark);
    const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), BEAT_MS).unref();
    return new RunMark(file, mark, beat);
  }

  /** Says what the process ends of. At once, because it may have no other moment. */
  fault(error: unknown): void {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const fault = {
      at: new Date().toISOString(),
      message: message.slice(0, MESSAGE_LENGTH),
      stack: stack.slice(0, STACK_LENGTH),
    };
    write(this.file, { ...this.mark, fault });
  }

  /** The process ends in order. */
  clear(): void {
    clearInterval(this.beat);
    rmSync(this.file, { force: true });
  }
}

/** What a process left that did not end in order. */
export interface LeftMark {
  crash: Crash;
  /** Takes it away, once it is written down elsewhere. */
  forget(): void;
}

/** Finds the marks of processes that are gone. Those that live, here or elsewhere, are left alone. */
export function leftMarks(dataFolder: string): LeftMark[] {
  const folder = join(dataFolder, FOLDER);
  const left: LeftMark[] = [];
  for (const name of list(folder)) {
    if (!name.endsWith('.json')) continue;
    const file = join(folder, name);
    const found = read(file);
    if (!found) continue;
    const { mark, lastSign } = found;
    const lives = mark.host === hostname() ? isAlive(mark) : Date.now() - lastSign.getTime() < SILENT_MS;
    if (lives) continue;
    const { fault, host } = mark;
    const crash: Crash = {
      at: fault ? new Date(fault.at) : lastSign,
      startedAt: new Date(mark.startedAt),
      host,
      message: fault?.message ?? null,
      stack: fault?.stack ?? null,
    };
    left.push({ crash, forget: () => rmSync(file, { force: true }) });
  }
  return left;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no process has run here
  }
}

/** @returns nothing for a file that is no mark, or that another start has taken away */
function read(file: string): { mark: Mark; lastSign: Date } | undefined {
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8')) as Mark;
    return typeof mark.pid === 'number' && typeof mark.host === 'string'
      ? { mark, lastSign: statSync(file).mtime }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, also when this process is killed in the middle of it. */
function write(file: string, mark: Mark): void {
  writeFileSync(`${file}.new`, JSON.stringify(mark), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
