/**
 * What a method costs at worst, known before it runs. A native call can't be interrupted, so what it reads has to be
 * small enough for the time that is left. Measured with the worst text of each (`builtins/worst-case.test.ts` holds
 * it): figures are about twice those of an idle machine of 2 GHz.
 */
export interface Price {
  /** Nanoseconds of a call by itself. */
  call?: number;
  /** Nanoseconds for each character of the text, or entry of the list, that it is called on. */
  each?: number;
  /** Bytes that it may make for each of them. */
  bytes?: number;
  /** Nanoseconds for each character of its arguments that are texts, and entry of those that are lists. */
  argument?: number;
}

/** Reads next to nothing. */
const FREE: Price = {};
/** Depends on more than its size: the method itself says what it costs before it begins. */
const OWN: Price = {};
/** Makes or asks a formatter of `Intl`. */
const FORMATTER: Price = { call: 100_000, argument: 1_000 };

/** JavaScript's methods of texts, and the language's. */
export const TEXT_PRICES: Readonly<Record<string, Price>> = {
  at: FREE,
  charAt: FREE,
  charCodeAt: FREE,
  codePointAt: FREE,
  concat: OWN,
  includes: OWN,
  startsWith: { argument: 5 },
  endsWith: { argument: 5 },
  indexOf: OWN,
  lastIndexOf: OWN,
  slice: FREE,
  substring: FREE,
  substr: FREE,
  toLowerCase: { each: 25, bytes: 3 },
  toUpperCase: { each: 30, bytes: 3 },
  toLocaleLowerCase: { each: 25, bytes: 3, argument: 1_000 },
  toLocaleUpperCase: { each: 30, bytes: 3, argument: 1_000 },
  trim: { each: 2 },
  trimStart: { each: 2 },
  trimEnd: { each: 2 },
  trimLeft: { each: 2 },
  trimRight: { each: 2 },
  normalize: OWN,
  localeCompare: OWN,
  toString: FREE,
  valueOf: FREE,
  padStart: OWN,
  padEnd: OWN,
  repeat: OWN,
  split: OWN,
  replace: OWN,
  replaceAll: OWN,
  match: OWN,
  matchAll: OWN,
  search: OWN,
  hash: OWN,
  removeMarkdown: OWN,
  removeTags: { each: 40, bytes: 1 },
  toDate: { each: 30 },
  toDateTime: { call: 20_000, each: 200 },
  toBoolean: { each: 25, bytes: 3 },
  toNumber: { each: 10 },
  toInt: { each: 20, bytes: 1 },
  toWholeNumber: { each: 20, bytes: 1 },
  toFloat: { each: 10 },
  toDecimalNumber: { each: 10 },
  toSentenceCase: { each: 30, bytes: 4 },
  toSnakeCase: { each: 60, bytes: 3 },
  toTitleCase: { each: 20, bytes: 2 },
  urlEncode: { each: 40, bytes: 9 },
  urlDecode: { each: 40, bytes: 1 },
  quote: OWN,
  replaceSpecialChars: OWN,
  isDomain: { each: 100 },
  isEmail: { call: 20_000 },
  isUrl: { each: 40 },
  isNumeric: { each: 12 },
  isEmpty: FREE,
  isNotEmpty: FREE,
  toJsonString: OWN,
  extractEmail: { each: 150 },
  extractDomain: { each: 100, bytes: 1 },
  extractUrl: { each: 40 },
  extractUrlPath: { each: 40 },
  parseJson: OWN,
  base64Encode: { each: 120, bytes: 8 },
  base64Decode: { each: 100, bytes: 2 },
};

/** Calls of a function for each entry are steps; what is said here is for lists of holes, which are passed over. */
const CALLS_EACH: Price = { each: 15 };
const CALLS_EACH_AND_MAKES: Price = { each: 25, bytes: 8 };
/** A copy of a list. */
const COPY: Price = { each: 10, bytes: 8 };

export const LIST_PRICES: Readonly<Record<string, Price>> = {
  at: FREE,
  concat: OWN,
  every: CALLS_EACH,
  some: CALLS_EACH,
  filter: CALLS_EACH_AND_MAKES,
  find: CALLS_EACH,
  findIndex: CALLS_EACH,
  findLast: CALLS_EACH,
  findLastIndex: CALLS_EACH,
  map: CALLS_EACH_AND_MAKES,
  forEach: CALLS_EACH,
  flatMap: CALLS_EACH_AND_MAKES,
  reduce: CALLS_EACH,
  reduceRight: CALLS_EACH,
  flat: OWN,
  includes: OWN,
  indexOf: OWN,
  lastIndexOf: OWN,
  join: OWN,
  slice: COPY,
  sort: OWN,
  toSorted: OWN,
  reverse: COPY,
  toReversed: COPY,
  keys: { each: 30, bytes: 8 },
  values: COPY,
  entries: { each: 200, bytes: 40 },
  toString: OWN,
  with: COPY,
  unique: OWN,
  removeDuplicates: OWN,
  first: FREE,
  last: FREE,
  pluck: OWN,
  randomItem: FREE,
  sum: { each: 20 },
  min: { each: 20 },
  max: { each: 20 },
  average: { each: 20 },
  isEmpty: FREE,
  isNotEmpty: FREE,
  compact: OWN,
  smartJoin: OWN,
  chunk: { each: 150, bytes: 24 },
  renameKeys: OWN,
  merge: OWN,
  union: OWN,
  difference: OWN,
  intersection: OWN,
  append: OWN,
  toJsonString: OWN,
  toInt: FREE,
  toFloat: FREE,
  toBoolean: FREE,
  toDateTime: FREE,
};

/** Methods of numbers and of true and false. */
export const SCALAR_PRICES: Readonly<Record<string, Price>> = {
  toFixed: { call: 500 },
  toPrecision: { call: 500 },
  toExponential: { call: 500 },
  toString: { call: 2_000 },
  toLocaleString: FORMATTER,
  valueOf: FREE,
  ceil: FREE,
  floor: FREE,
  abs: FREE,
  round: { call: 500 },
  format: FORMATTER,
  isInteger: FREE,
  isEven: FREE,
  isOdd: FREE,
  toBoolean: FREE,
  toInt: { call: 500 },
  toFloat: FREE,
  toNumber: FREE,
  toDateTime: { call: 2_000, argument: 5 },
};

/** Methods of objects. Counting the fields of an object costs by itself; each does it once and then says the rest. */
export const OBJECT_PRICES: Readonly<Record<string, Price>> = {
  hasOwnProperty: { argument: 10 },
  propertyIsEnumerable: { argument: 10 },
  toString: FREE,
  toLocaleString: FREE,
  valueOf: FREE,
  isEmpty: FREE,
  isNotEmpty: FREE,
  hasField: { argument: 10 },
  removeField: OWN,
  removeFieldsContaining: OWN,
  keepFieldsContaining: OWN,
  compact: OWN,
  urlEncode: OWN,
  keys: OWN,
  values: OWN,
  toJsonString: OWN,
  toInt: FREE,
  toFloat: FREE,
  toBoolean: FREE,
  toDateTime: FREE,
  has: { argument: 5 },
  get: { argument: 5 },
  forEach: OWN,
  test: OWN,
  exec: OWN,
};

/** Any method of a date, duration or interval without options. */
const DATE_CALL: Price = { call: 5_000, argument: 200 };
/** Those that print in a language, or take options for it; and the language's own, which are made of several. */
const DATE_TEXT: Price = { call: 100_000, argument: 200 };
/** Those that go by a format: a letter of it may stand for a whole date. */
const BY_FORMAT: Price = { call: 20_000, argument: 150_000 };

const BY_NAME: Readonly<Record<string, Price>> = {
  toFormat: BY_FORMAT,
  toFormatParts: BY_FORMAT,
  format: BY_FORMAT,
  toHuman: DATE_TEXT,
  toRelative: DATE_TEXT,
  toRelativeCalendar: DATE_TEXT,
  diff: DATE_TEXT,
  diffNow: DATE_TEXT,
  diffTo: DATE_TEXT,
  diffToNow: DATE_TEXT,
  setZone: DATE_TEXT,
  setLocale: DATE_TEXT,
  reconfigure: DATE_TEXT,
};

/** What a method of dates costs, by its name: luxon has some hundred, nearly all alike. */
export function datePrice(name: string): Price {
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name] as Price;
  return name.includes('Locale') ? DATE_TEXT : DATE_CALL;
}
