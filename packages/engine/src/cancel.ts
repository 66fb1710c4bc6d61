/**
 * Ends a run from outside, as an `AbortController` does. Its signal is made when somebody wants to hear of the end, which
 * short steps never do: making one for every run costs as much as a step.
 */
export class Cancel {
  #aborted = false;
  #reason: unknown;
  #controller: AbortController | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  get reason(): unknown {
    return this.#reason;
  }

  /** Calls after the first change nothing. */
  abort(reason: unknown): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
  }

  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#aborted) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }
}

/** The signal of what may be either. */
export function signalOf(cancel: AbortSignal | Cancel | undefined): AbortSignal | undefined {
  return cancel instanceof Cancel ? cancel.signal : cancel;
}
