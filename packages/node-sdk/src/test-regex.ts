import type { RegexRunner } from './context.js';

/** Patterns on the native engine: in tests only, where nobody hostile writes them. */
export const nativeRegex: RegexRunner = {
  test: async (pattern, flags, text) => new RegExp(pattern, flags).test(text),
  async matches(pattern, flags, text, limit = Number.POSITIVE_INFINITY) {
    const all = new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`);
    const found = [];
    for (const match of text.matchAll(all)) {
      if (found.length >= limit) break;
      const named = match.groups ? { named: { ...match.groups } } : {};
      found.push({ index: match.index, groups: [...match].map((group) => group ?? null), ...named });
    }
    return found;
  },
  replace: async (pattern, flags, text, replacement) => text.replace(new RegExp(pattern, flags), replacement),
  split: async (pattern, flags, text) => text.split(new RegExp(pattern, flags)),
};
