import { checkLocale } from '../builtins/pay.js';
import { SCALAR_PRICES } from '../builtins/prices.js';
import { ExpressionFault } from '../fault.js';
import { numberToDateTime } from './date-units.js';
import { type ExtensionTable, priced } from './extension.js';

/** Rounds half away from zero, as the decimal text of the number reads. */
const round = (n: number, decimals = 0) => Number(n.toFixed(decimals));

function whole(n: number, method: string): number {
  if (!Number.isInteger(n))
    throw new ExpressionFault(`${method}() is only callable on whole numbers; ${n} is not one.`);
  return n;
}

export const NUMBER_EXTENSIONS: ExtensionTable = priced(
  {
    ceil: (n: number) => Math.ceil(n),
    floor: (n: number) => Math.floor(n),
    abs: (n: number) => Math.abs(n),
    round: (n: number, [decimals]) => round(n, decimals),
    format: (n: number, [locale = 'en-US', options]) => {
      checkLocale(locale);
      return new Intl.NumberFormat(locale, options).format(n);
    },
    isInteger: (n: number) => Number.isInteger(n),
    isEven: (n: number) => whole(n, 'isEven') % 2 === 0,
    isOdd: (n: number) => Math.abs(whole(n, 'isOdd')) % 2 === 1,
    toBoolean: (n: number) => n !== 0,
    toInt: (n: number) => round(n),
    toFloat: (n: number) => n,
    toNumber: (n: number) => n,
    toDateTime: (n: number, [unit]) => numberToDateTime(n, unit),
  },
  SCALAR_PRICES,
);
