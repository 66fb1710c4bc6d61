import type { RunEvent } from './events.js';
import type { Journal } from './journal.js';

/** What has happened in a drive and is not written yet. */
export class EventBuffer {
  readonly #journal: Journal;
  readonly #executionId: string;
  readonly #fence: number;
  #events: RunEvent[] = [];
  /** The buffer, or what was handed over without waiting, holds a result that had an effect. */
  #effectsOpen = false;

  constructor(journal: Journal, executionId: string, fence: number) {
    this.#journal = journal;
    this.#executionId = executionId;
    this.#fence = fence;
  }

  add(event: RunEvent): void {
    this.#events.push(event);
  }

  /** What happened had an effect: it is to be committed before the next one. */
  hadEffect(): void {
    this.#effectsOpen = true;
  }

  get effectsOpen(): boolean {
    return this.#effectsOpen;
  }

  /** Writes what is there. `seq` is the place in the journal behind the last event; `commit` as in `JournalAppend`. */
  write(seq: number, commit: boolean): Promise<void> | undefined {
    if (this.#events.length === 0 && !(commit && this.#effectsOpen)) return undefined;
    const events = this.#events;
    this.#events = [];
    const written = this.#journal.append({
      executionId: this.#executionId,
      fence: this.#fence,
      seq: seq - events.length,
      events,
      commit,
    });
    if (!commit || !this.#effectsOpen) return written;
    return Promise.resolve(written).then(() => {
      this.#effectsOpen = false;
    });
  }
}
