import { pristine } from './pristine.js';

interface Timer {
  id: number;
  due: number;
  every: number | undefined;
  call: () => void;
}

/** Timers that run side by side at most; more is a mistake or an attack. */
const MAX_TIMERS = 10_000;

/** `setTimeout` and its kin, for a context that has no event loop: the host calls `fire` when time has passed. */
export class Timers {
  private readonly timers = new Map<number, Timer>();
  private sequence = 0;

  /** Milliseconds until the next one is due; `undefined` when there is none. */
  wait(): number | undefined {
    let next: number | undefined;
    for (const { due } of this.timers.values()) if (next === undefined || due < next) next = due;
    return next === undefined ? undefined : Math.max(0, next - pristine.now());
  }

  /** Calls what is due, in order of time. */
  fire(): void {
    const now = pristine.now();
    const due = [...this.timers.values()]
      .filter((timer) => timer.due <= now)
      .sort((a, b) => a.due - b.due || a.id - b.id);
    for (const timer of due) {
      if (!this.timers.has(timer.id)) continue;
      if (timer.every === undefined) this.timers.delete(timer.id);
      else timer.due = now + timer.every;
      timer.call();
    }
  }

  /** The globals, as every JavaScript environment has them. */
  globals(): Record<string, unknown> {
    const add =
      (repeat: boolean) =>
      (call: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        if (this.timers.size >= MAX_TIMERS) throw new RangeError('Too many timers.');
        const milliseconds = Math.max(1, Number(delay) || 0);
        const id = ++this.sequence;
        const every = repeat ? milliseconds : undefined;
        this.timers.set(id, { id, due: pristine.now() + milliseconds, every, call: () => call(...args) });
        return id;
      };
    const clear = (id: number) => void this.timers.delete(id);
    return {
      setTimeout: add(false),
      setInterval: add(true),
      queueMicrotask: (call: () => void) => void Promise.resolve().then(call),
      setImmediate: (call: (...args: unknown[]) => void, ...args: unknown[]) => add(false)(call, 0, ...args),
      clearTimeout: clear,
      clearInterval: clear,
      clearImmediate: clear,
    };
  }
}
