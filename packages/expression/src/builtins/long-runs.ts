import type { Payer } from './pay.js';

/** Marks that stand on a letter, and the two signs that become such marks. */
const MARKS = /[\p{M}\uff9e\uff9f]+/gu;
/** Nanoseconds for each pair of marks of one run: they are put in order by exchanging neighbours. */
const PAIR = 1;
/** Nanoseconds for a character that is looked at for being a mark. */
const LOOK_EACH = 15;
/** Runs of marks that people write are a handful long. */
const SHORT_RUN = 64;

const COMPOSED: Form = { each: 30, bytes: 4 };
const COMPATIBLE: Form = { each: 130, bytes: 18 };
/** What a character costs, and what it may grow to: U+FDFA is 18 letters when it is taken apart. */
interface Form {
  each: number;
  bytes: number;
}

/** Pays for `text.normalize(form)`, whose time is quadratic in the length of a run of marks. */
export function payNormalize(text: string, form: string, host: Payer): void {
  const { each, bytes } = /^NFK/.test(form) ? COMPATIBLE : COMPOSED;
  host.charge(text.length * bytes);
  host.spend(text.length * (each + LOOK_EACH));
  payMarks(text, host);
}

/** Pays for putting the marks of a text in order. */
export function payMarks(text: string, host: Payer): void {
  if (text.length <= SHORT_RUN) return;
  for (const [run] of text.matchAll(MARKS)) if (run.length > SHORT_RUN) host.spend(run.length ** 2 * PAIR);
}
