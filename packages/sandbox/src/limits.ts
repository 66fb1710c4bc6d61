/** Every bound of the sandbox, with its reason. All can be changed by `Sandbox.start`. */
export interface SandboxLimits {
  /** Processes that may run at once, of some 40 MB each. Three: two for what takes long, and one that is soon free again. */
  processes: number;
  /** Jobs of one tenant that run at once. The last free process is kept for tenants that have none running. */
  tenantConcurrency: number;
  /** Jobs of one tenant that may wait; what comes after is refused, so that a flood costs its sender alone. */
  tenantQueue: number;
  /** Milliseconds of a Code job that names no limit. */
  codeTimeoutMs: number;
  /** Milliseconds of an expression; real ones take less than one. */
  expressionTimeoutMs: number;
  /** Milliseconds of one call of a regular expression. */
  regexTimeoutMs: number;
  /** MB that array buffers of a job may hold, and where its heap is told to stop. */
  isolateMemoryMb: number;
  /** MB of resident memory at which a process is killed, whatever is in it. */
  processMemoryMb: number;
  /** Characters of one job's answer; a larger one is refused. */
  maxResultChars: number;
  /** Milliseconds after which a process without work ends. */
  idleMs: number;
}

export const DEFAULT_LIMITS: SandboxLimits = {
  processes: 3,
  tenantConcurrency: 2,
  tenantQueue: 10_000,
  codeTimeoutMs: 30_000,
  expressionTimeoutMs: 1_000,
  regexTimeoutMs: 1_000,
  isolateMemoryMb: 128,
  processMemoryMb: 320,
  maxResultChars: 32 * 1024 * 1024,
  idleMs: 30_000,
};

/**
 * Milliseconds, by estimate at worst, that what an expression reads may take to be written for a process, and what it
 * gives to be read: that happens on the main thread in one go. Some 10 MB of texts, or half a million numbers.
 */
export const MAX_SENDING_MS = 100;
export const MAX_RECEIVING_MS = 150;
/** Milliseconds that a process gets beyond a job's own limit before it is killed from outside. */
export const KILL_GRACE_MS = 300;
/** Milliseconds between looks at the memory of a process that is busy; a heap grows by some 50 MB in that time. */
export const MEMORY_LOOK_MS = 25;
/** Bytes of one frame that the host accepts from a process, which may be hostile: the longest answer in UTF-8. */
export const MAX_FRAME_BYTES = 256 * 1024 * 1024;
/** Milliseconds until a new process must have said that it is ready. */
export const READY_TIMEOUT_MS = 15_000;
/** Milliseconds of a job that has no place of the long ones. Nearly all end sooner; the others begin again. */
export const FIRST_SLICE_MS = 250;
