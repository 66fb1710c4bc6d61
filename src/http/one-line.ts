import { Matches } from 'class-validator';

/**
 * What a list, a log or the audit can show as it is: no line ends and other control characters, and none of those that
 * turn around, or put elsewhere, what stands behind them (Unicode TR 36, bidirectional spoofing).
 */
const LINE = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
/** The same, with something to be seen in it. */
const NAME = new RegExp(`^(?=.*[^\\p{C}\\p{Z}])${LINE.source.slice(1)}`, 'u');

/** One line of text, which may be empty. */
export const IsOneLine = () => Matches(LINE, { message: '$property is one line of text, without signs for direction' });

/** A name that others are shown: one that can't be seen, or reads as another, tells them wrong. */
export const IsName = () =>
  Matches(NAME, { message: '$property is one line of text that can be seen, without signs for direction' });
