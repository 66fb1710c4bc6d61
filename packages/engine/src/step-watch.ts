import { type Cancel, signalOf } from './cancel.js';
import type { Clock } from './ports.js';
import type { Turn } from './turn.js';

/** The run was cancelled while the work was under way. */
export const CANCELLED: unique symbol = Symbol('cancelled');
/** The work took longer than it may. */
export const TIMED_OUT: unique symbol = Symbol('timed out');
export type Interruption = typeof CANCELLED | typeof TIMED_OUT;

/** Work that is under way. */
interface Pending {
  /** Epoch milliseconds at which it is given up; may be infinite. */
  until: number;
  interrupt(how: Interruption): void;
  timer?: AbortController;
}

/**
 * Watches over what a drive waits for: a step, or sub-workflows. Most steps are over before the event loop has gone round
 * once, so a timer, and an ear for the cancellation, cost something only to those that are not.
 */
export class StepWatch {
  readonly #clock: Clock;
  readonly #turn: Turn;
  readonly #cancel: AbortSignal | Cancel | undefined;
  #pending: Pending | undefined;
  #controller: AbortController | undefined;
  #listening = false;
  #toAttend = false;

  constructor(clock: Clock, turn: Turn, cancel: AbortSignal | Cancel | undefined) {
    this.#clock = clock;
    this.#turn = turn;
    this.#cancel = cancel;
  }

  /** Aborts when the run is cancelled, or the work that it was handed to has run out of time. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    this.#listen();
    return this.#controller.signal;
  }

  /**
   * What the work gives, or how it was interrupted: its signal is then aborted, and what it still gives is dropped.
   * `until` is in epoch milliseconds. One at a time.
   */
  inTime<T>(work: Promise<T>, until: number): Promise<T | Interruption> {
    return new Promise((resolve, reject) => {
      const pending: Pending = { until, interrupt: resolve };
      this.#pending = pending;
      const over = () => {
        pending.timer?.abort();
        if (this.#pending === pending) this.#pending = undefined;
      };
      work.then(
        (value) => {
          over();
          resolve(value);
        },
        (error: unknown) => {
          over();
          reject(error);
        },
      );
      if (this.#toAttend) return;
      this.#toAttend = true;
      void this.#turn.next().then(this.#attend);
    });
  }

  /** Lets go of the cancel signal, which may outlive the drive. */
  close(): void {
    this.#pending = undefined;
    if (this.#listening) signalOf(this.#cancel)?.removeEventListener('abort', this.#onCancel);
  }

  /** The event loop has gone round and work is still under way: now it is worth a timer. */
  readonly #attend = (): void => {
    this.#toAttend = false;
    const pending = this.#pending;
    if (!pending || pending.timer) return;
    this.#listen();
    if (this.#pending !== pending || pending.until === Number.POSITIVE_INFINITY) return;
    const timer = new AbortController();
    pending.timer = timer;
    this.#clock.sleep(Math.max(0, pending.until - this.#clock.now()), timer.signal).then(
      () => {
        if (!timer.signal.aborted) this.#interrupt(pending, TIMED_OUT, new Error('The step ran out of time.'));
      },
      () => undefined,
    );
  };

  #listen(): void {
    if (!this.#cancel || this.#listening) return;
    this.#listening = true;
    if (this.#cancel.aborted) this.#onCancel();
    else signalOf(this.#cancel)?.addEventListener('abort', this.#onCancel, { once: true });
  }

  readonly #onCancel = (): void => {
    const pending = this.#pending;
    if (pending) this.#interrupt(pending, CANCELLED, this.#cancel?.reason);
    else this.#controller?.abort(this.#cancel?.reason);
  };

  #interrupt(pending: Pending, how: Interruption, reason: unknown): void {
    if (this.#pending !== pending) return;
    this.#pending = undefined;
    pending.timer?.abort();
    this.#controller?.abort(reason);
    // The next step is not to be born aborted, unless the run is cancelled as a whole.
    if (how === TIMED_OUT) this.#controller = undefined;
    pending.interrupt(how);
  }
}
