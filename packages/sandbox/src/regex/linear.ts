import { RE2JS } from 're2js';

/** Compiled patterns that are kept. */
const KEPT_PATTERNS = 500;
/** Longer patterns go to the isolate: compiling takes memory in proportion. */
const MAX_PATTERN_CHARS = 500;
/**
 * What means the same in RE2 and in JavaScript: literals of printable ASCII, `.`, anchors, groups, alternatives,
 * `\d \w` and their opposites, escaped punctuation, classes of plain characters, and small repeats. `\s`, `\b` with
 * letters beyond ASCII, `$` and look-arounds differ or are missing, and go to the isolate.
 */
const SAME_IN_BOTH =
  /^(?:[A-Za-z0-9 _,;:@#%&=<>"'`~!/-]|\^|\((?:\?:)?|\)|\||\\[dDwW]|\\[.*+?()[\]{}|^$\\/-]|\[\^?(?:[A-Za-z0-9 _,;:@#%&=<>"'`~!/.+*?$()|-]|\\[dw.*+?()[\]{}|^$\\/-])+\]|[*+?]\??|\{\d{1,2}(?:,\d{0,2})?\})*$/;

const kept = new Map<string, ((text: string) => boolean) | null>();

/**
 * A test in time linear in the text, for a pattern that RE2 reads as JavaScript does.
 * @returns `undefined` when the pattern or a flag is beyond that
 */
export function linearTest(pattern: string, flags: string): ((text: string) => boolean) | undefined {
  const key = `${flags}/${pattern}`;
  let known = kept.get(key);
  if (known === undefined) {
    known = compile(pattern, flags);
    if (kept.size >= KEPT_PATTERNS) kept.delete(kept.keys().next().value as string);
    kept.set(key, known);
  }
  return known ?? undefined;
}

function compile(pattern: string, flags: string): ((text: string) => boolean) | null {
  // Case folding differs beyond ASCII, multiline at `\r`, and sticky and unicode have no counterpart.
  if (!/^g?$/.test(flags) || pattern.length > MAX_PATTERN_CHARS || !SAME_IN_BOTH.test(pattern)) return null;
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.matcher(text).find();
  } catch {
    return null;
  }
}
