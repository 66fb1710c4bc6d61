import { SCALAR_PRICES } from '../builtins/prices.js';
import { type ExtensionTable, nothing, priced } from './extension.js';

export const BOOLEAN_EXTENSIONS: ExtensionTable = priced(
  {
    toBoolean: (b: boolean) => b,
    toInt: (b: boolean) => Number(b),
    toFloat: (b: boolean) => Number(b),
    toNumber: (b: boolean) => Number(b),
    toDateTime: nothing,
  },
  SCALAR_PRICES,
);
