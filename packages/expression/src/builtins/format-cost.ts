import type { Payer } from './pay.js';

/** How many lengths a token of luxon's formats may have in a text; those of one length are left out. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ y: 6, yy: 3, yyyyy: 3, kkkkk: 3, u: 9, uu: 2, S: 3, o: 3 },
  ...{ L: 2, M: 2, d: 2, H: 2, h: 2, m: 2, s: 2, q: 2, W: 2, n: 2 },
};
/** Tokens that take any number of digits, or the name of a zone. */
const ENDLESS: ReadonlySet<string> = new Set(['x', 'X', 'z']);
/** Names, offsets, and tokens that stand for a whole date: few ways each. */
const SOME = 4;
/** What the pattern for a zone's name takes. */
const IN_ZONE = /[a-z+,\-./_]/i;

/**
 * About how many steps it may take to find that a text is not written as a format of luxon's says. Luxon makes one
 * regular expression of a format, in which tokens of several lengths side by side (`uSuSuS`) can share digits in as many
 * ways as their lengths multiply to. A character between them that neither could take ends that.
 */
export function formatCost(format: string, textLength: number): number {
  const hasZone = /z/.test(format.replace(/'[^']*'/g, ''));
  const cuts = (literal: string) => [...literal].some((c) => !/\d/.test(c) && !(hasZone && IN_ZONE.test(c)));
  let cost = 0;
  let run = 1;
  for (const [part, quoted] of format.matchAll(/'([^']*)'|([a-zA-Z])\2*|[\s\S]/g)) {
    const isToken = quoted === undefined && /^[a-zA-Z]/.test(part);
    if (isToken) run *= ENDLESS.has(part) ? Math.max(1, textLength) : (WIDTHS[part] ?? widthOf(part));
    else if (cuts(quoted ?? part)) {
      cost += run;
      run = 1;
    }
  }
  return (cost + run) * (textLength + format.length);
}

/** Tokens of digits in pairs, threes and fours have one length; what is no number has some. */
function widthOf(token: string): number {
  return token.length > 1 && /^[yLMdHhmskSoWinu]/.test(token) && !/^(MMM|LLL)/.test(token) ? 1 : SOME;
}

/** Nanoseconds that a step of a pattern takes. */
const STEP = 10;
/** Nanoseconds for a character of a format: most stand for several parts of a pattern. */
const PREPARED = 5_000;

/** Charges reading a text by a format, before it is read. */
export function chargeFormat(format: string, text: string, host: Payer): void {
  host.spend(formatCost(format, text.length) * STEP + format.length * PREPARED);
}
