import { linearPattern } from '@orchestrator/expression';

/**
 * A test in time linear in the text, for a pattern that means the same to the linear engine as to JavaScript.
 * @returns `undefined` when the pattern, a flag or the text is beyond that: the isolate's turn
 */
export function linearTest(pattern: string, flags: string, text: string): boolean | undefined {
  const search = linearPattern(pattern, flags)?.searchIn(text);
  return search && search(0) !== undefined;
}
