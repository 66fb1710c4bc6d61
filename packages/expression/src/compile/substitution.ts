import type { CallHost } from './host-values.js';

/** A match, as a replacement's text can refer to it. */
export interface Matched {
  text: string;
  start: number;
  end: number;
  groups: readonly (string | undefined)[];
  named: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The text that a replacement stands for: `$$`, `$&`, `` $` ``, `$'`, `$1` to `$99` and `$<name>`, by the rules of
 * `String.prototype.replace` (ECMA-262, GetSubstitution).
 */
export function substituted(replacement: string, match: Matched, host: CallHost): string {
  if (!replacement.includes('$')) return replacement;
  host.charge(replacement.length);
  host.spend(replacement.length * 200);
  const { text, start, end, groups, named } = match;
  return replacement.replace(/\$(?:([$&`'])|(\d{1,2})|<([^>]*)>)/g, (whole, sign, number, name) => {
    const piece = (() => {
      if (sign === '$') return '$';
      if (sign === '&') return text.slice(start, end);
      if (sign === '`') return text.slice(0, start);
      if (sign === "'") return text.slice(end);
      if (name !== undefined) return named ? ((named[name] as string | undefined) ?? '') : whole;
      return groupText(number, groups) ?? whole;
    })();
    host.charge(piece.length);
    return piece;
  });
}

/** Two digits are a group when there are that many, else the first digit is one and the second is text. */
function groupText(digits: string, groups: readonly (string | undefined)[]): string | undefined {
  const both = Number(digits);
  if (both >= 1 && both <= groups.length) return groups[both - 1] ?? '';
  const first = Number(digits[0]);
  if (digits.length === 2 && first >= 1 && first <= groups.length) return (groups[first - 1] ?? '') + digits[1];
  return undefined;
}
