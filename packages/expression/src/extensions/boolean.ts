import { type ExtensionTable, nothing } from './extension.js';

export const BOOLEAN_EXTENSIONS: ExtensionTable = {
  toBoolean: (b: boolean) => b,
  toInt: (b: boolean) => Number(b),
  toFloat: (b: boolean) => Number(b),
  toNumber: (b: boolean) => Number(b),
  toDateTime: nothing,
};
