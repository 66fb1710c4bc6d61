/** Name that the script has in stacks. */
export const SCRIPT_NAME = 'script.js';
/** Lines that the Function constructor puts before the first line of a script. */
const LINES_BEFORE = 2;

/** What was thrown, as plain data: a message, and the line of the script where it shows in the stack. */
export function describeError(thrown: unknown): { message: string; line?: number } {
  try {
    if (typeof thrown !== 'object' || thrown === null) return { message: `${String(thrown)}` };
    const { message, stack, name } = thrown as { message?: unknown; stack?: unknown; name?: unknown };
    const text = typeof message === 'string' && message !== '' ? message : String(name ?? 'The code failed.');
    const place = new RegExp(`${SCRIPT_NAME}:(\\d+)`).exec(String(stack ?? ''));
    const line = place ? Number(place[1]) - LINES_BEFORE : 0;
    return line > 0 ? { message: text, line } : { message: text };
  } catch {
    return { message: 'The code failed, and what it threw could not be read.' };
  }
}
