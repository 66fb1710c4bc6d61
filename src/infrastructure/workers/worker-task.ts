/**
 * A piece of work that a thread does. The module's default export is called there with the input; it may give a promise.
 * Input and output are copied from thread to thread (structured clone), so they are plain data, and large ones are best
 * texts or bytes: to copy a million small objects costs the main thread more than to parse their JSON.
 */
export interface WorkerTask<Input, Output> {
  readonly module: URL;
  /** Only for the types. */
  readonly run?: (input: Input) => Output | Promise<Output>;
}

/**
 * Names the module of a task. It is loaded in the thread alone, and should import little: a thread starts with it.
 * @param module address of the built file beside the caller's own, `new URL('./read.task.js', import.meta.url)`
 * @example workerTask<typeof import('./read.task.js').default>(new URL('./read.task.js', import.meta.url))
 */
export function workerTask<Run extends (input: never) => unknown>(
  module: URL,
): WorkerTask<Parameters<Run>[0], Awaited<ReturnType<Run>>> {
  return { module };
}
