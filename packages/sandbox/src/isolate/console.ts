/** Lines and characters of console output that are kept of one job. */
const MAX_LINES = 500;
const MAX_CHARS = 64 * 1024;

/** A `console` whose lines are kept, up to a bound, and shown with the step. */
export class ConsoleLog {
  readonly lines: { level: string; text: string; item?: number }[] = [];
  /** Place of the item that the code runs for; nothing where it runs once for all. */
  item: number | undefined;
  private chars = 0;
  private cut = false;

  global(): Record<string, unknown> {
    const at =
      (level: string) =>
      (...args: unknown[]) =>
        this.write(level, args);
    const nothing = () => undefined;
    return {
      log: at('info'),
      info: at('info'),
      debug: at('debug'),
      trace: at('debug'),
      dir: at('info'),
      table: at('info'),
      warn: at('warn'),
      error: at('error'),
      assert: (ok: unknown, ...args: unknown[]) => void (ok || this.write('error', ['Assertion failed', ...args])),
      group: nothing,
      groupEnd: nothing,
      time: nothing,
      timeEnd: nothing,
      count: nothing,
    };
  }

  private write(level: string, args: unknown[]): void {
    if (this.cut) return;
    if (this.lines.length >= MAX_LINES || this.chars >= MAX_CHARS) {
      this.cut = true;
      this.lines.push({ level: 'warn', text: 'More output was left out.' });
      return;
    }
    const text = args
      .map(show)
      .join(' ')
      .slice(0, MAX_CHARS - this.chars);
    this.chars += text.length;
    this.lines.push(this.item === undefined ? { level, text } : { level, text, item: this.item });
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  try {
    return (typeof value === 'object' && value !== null && JSON.stringify(value)) || String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
