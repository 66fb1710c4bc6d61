import type { LogLine } from '@orchestrator/engine';
import type { JsonValue } from '@orchestrator/workflow';

/** Lines, and characters, that one run of a step keeps: what a person reads through. */
const MAX_LINES = 500;
const MAX_CHARS = 64 * 1024;
/** Shorter values of credentials are no secrets: `true`, a port, a region. */
const LEAST_SECRET = 6;
const HIDDEN = '•••';

/** What one run of a step writes down for people, bounded, and without the secrets that the step used. */
export class StepLog {
  readonly #lines: LogLine[] = [];
  readonly #secrets = new Set<string>();
  #chars = 0;

  add(line: LogLine): void {
    if (this.#lines.length > MAX_LINES || this.#chars > MAX_CHARS) return;
    const isLast = this.#lines.length === MAX_LINES || this.#chars === MAX_CHARS;
    const room = MAX_CHARS - this.#chars;
    // A cut through a secret would leave a beginning of it that nothing finds any more.
    const text = line.text.length > room ? this.#hiding()(line.text).slice(0, room) : line.text;
    this.#chars += isLast ? 1 : text.length;
    this.#lines.push(isLast ? { level: 'warn', text: 'More output of this step was left out.' } : { ...line, text });
  }

  /** Values that no line may show: the texts of a credential. */
  hide(value: JsonValue | undefined): void {
    if (typeof value === 'string' && value.length >= LEAST_SECRET) this.#secrets.add(value);
    else if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) this.hide(member);
  }

  /** The lines so far; nothing when there are none. */
  get lines(): readonly LogLine[] | undefined {
    if (this.#lines.length === 0) return undefined;
    if (this.#secrets.size === 0) return this.#lines;
    const hide = this.#hiding();
    return this.#lines.map((line) => ({ ...line, text: hide(line.text) }));
  }

  /** What takes the secrets that are known by now out of a text. */
  #hiding(): (text: string) => string {
    // Longest first: one may be part of another.
    const secrets = [...this.#secrets].sort((a, b) => b.length - a.length);
    return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  }
}
