/** Characters from one code to another, both included. */
export type Range = readonly [from: number, to: number];

const LAST_CODE = 0x10ffff;

/** `\d`, `\w` and `\s` as JavaScript has them, and the ends of lines. */
export const DIGITS: readonly Range[] = [[0x30, 0x39]];
export const WORD: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
export const SPACE: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
export const LINE_ENDS: readonly Range[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** All characters that are in none of the ranges. */
export function inverted(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > next) out.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= LAST_CODE) out.push([next, LAST_CODE]);
  return out;
}

/** The ranges with the other case of each ASCII letter in them. */
export function withBothCases(ranges: readonly Range[]): Range[] {
  const out = [...ranges];
  for (const [from, to] of ranges) {
    for (const [first, last, other] of [
      [0x41, 0x5a, 32],
      [0x61, 0x7a, -32],
    ] as const) {
      const [low, high] = [Math.max(from, first), Math.min(to, last)];
      if (low <= high) out.push([low + other, high + other]);
    }
  }
  return out;
}

/** A class of RE2 with these ranges. */
export function classText(ranges: readonly Range[]): string {
  return `[${ranges.map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`)).join('')}]`;
}

function code(value: number): string {
  return `\\x{${value.toString(16)}}`;
}
