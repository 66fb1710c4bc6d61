import { parseProgram } from '@orchestrator/expression';

/** Characters of a script beyond which its line is not looked for: that would hold up the server for too long. */
const MAX_CHARS = 200_000;

/**
 * The line (1-based) at which a script does not parse. V8 tells it of a script alone, not of a function made of text.
 * `undefined` for one that is costly to parse.
 */
export function syntaxErrorLine(code: string): number | undefined {
  if (code.length > MAX_CHARS) return undefined;
  try {
    parseProgram(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true });
    return undefined;
  } catch (error) {
    const { loc } = error as { loc?: { line?: unknown } };
    return typeof loc?.line === 'number' ? loc.line : undefined;
  }
}
