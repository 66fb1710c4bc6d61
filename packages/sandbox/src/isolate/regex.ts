import type { RegexPayload } from '../jobs.js';

/** Matches that are given back when no limit is named. */
const DEFAULT_MATCHES = 100_000;

export type RegexAnswer = { value: unknown } | { error: string };

/** Does one operation of the `RegexRunner` port with JavaScript's own engine. */
export function runRegex({ operation, pattern, flags, text, limit, replacement }: RegexPayload): RegexAnswer {
  try {
    const regex = new RegExp(pattern, flags);
    if (operation === 'test') return { value: regex.test(text) };
    if (operation === 'replace') return { value: text.replace(regex, replacement ?? '') };
    if (operation === 'split') return { value: text.split(regex).map((part) => part ?? '') };
    return { value: matches(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`), text, limit) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function matches(regex: RegExp, text: string, limit = DEFAULT_MATCHES): unknown[] {
  const found: unknown[] = [];
  for (const match of text.matchAll(regex)) {
    if (found.length >= limit) break;
    const groups = Array.from(match, (group) => group ?? null);
    found.push(
      match.groups ? { index: match.index, groups, named: named(match.groups) } : { index: match.index, groups },
    );
  }
  return found;
}

function named(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
