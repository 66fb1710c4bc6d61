/**
 * Arguments with which methods take longest, for tests: code that reads the value as `v`. A method that is not named is
 * called without any. One that complains about all of them in every test needs a row here.
 */
type Arguments = Readonly<Record<string, readonly string[]>>;

const EACH = ['x => x'];
const NEVER_FOUND = ['v.slice(0, 500) + "b" + v.slice(0, 500)', 'v.slice(0, 500) + "b"', '"b" + v.slice(1)'];

export const TEXT_CALLS: Arguments = {
  includes: NEVER_FOUND,
  indexOf: NEVER_FOUND,
  lastIndexOf: NEVER_FOUND,
  startsWith: ['v'],
  endsWith: ['v'],
  concat: ['v, v'],
  normalize: ['', '"NFD"', '"NFKD"'],
  localeCompare: ['v + "x"', 'v + "x", "de", { sensitivity: "base" }'],
  toLocaleLowerCase: ['"tr"'],
  toLocaleUpperCase: ['"lt"'],
  split: ['""', 'v[2]', NEVER_FOUND[0] as string, '/a|b/'],
  replace: ['v.slice(0, 500) + "b", "x"', '/(a)|(.)/g, "$1$2"'],
  replaceAll: ['v[0], "xy"', 'v[0], "$&"', 'v[0], () => "x"', '"", "x"', 'v.slice(0, 500) + "b", "x"', '/./g, "$&"'],
  match: ['/./g'],
  matchAll: ['/./g'],
  search: ['/b$/'],
  padStart: ['1e7'],
  padEnd: ['1e7, v'],
  repeat: ['100'],
  hash: ['"sha3"', '"base64"', '"sha512"'],
  quote: ['', 'v[0]', '""'],
  urlEncode: ['', 'true'],
  urlDecode: ['', 'true'],
  toDateTime: ['', '"yyyy-MM-dd"'],
  toDate: ['', '", " + v'],
};

export const LIST_CALLS: Arguments = {
  ...Object.fromEntries(
    ['every', 'some', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'map', 'forEach', 'flatMap'].map(
      (name) => [name, EACH],
    ),
  ),
  reduce: ['(a, b) => b'],
  reduceRight: ['(a, b) => b'],
  sort: ['', '(a, b) => a < b ? 1 : -1'],
  flat: ['', 'Infinity'],
  includes: ['v.last()', '"k-1"'],
  indexOf: ['v.last()'],
  lastIndexOf: ['v.first()'],
  concat: ['v'],
  with: ['0, 1'],
  unique: ['', '"a", "b"'],
  pluck: ['"a"', '"a", "b"'],
  smartJoin: ['"a", "b"'],
  chunk: ['1'],
  renameKeys: ['"a", "c"'],
  merge: ['v'],
  union: ['v'],
  difference: ['v'],
  intersection: ['v'],
  append: ['...v'],
};

export const RECORD_CALLS: Arguments = {
  hasField: ['"k1"'],
  hasOwnProperty: ['"k1"'],
  propertyIsEnumerable: ['"k1"'],
  removeField: ['"k1"'],
  removeFieldsContaining: ['"a"'],
  keepFieldsContaining: ['"ß"'],
};

/** Functions and operators on the value, beside the methods of its type. */
export const OPERATIONS: readonly string[] = [
  'v + ""',
  '+v',
  'v == v + "1"',
  'v < v + "1"',
  'v === (v + "1").slice(0, -1)',
  '({})[v]',
  'v in {}',
  '`${v}`',
  '({ ...v })',
  '[...v]',
  '((a, ...b) => b)(...v)',
  '(([a, ...b]) => b)(v)',
  'new Map(Object.entries(v))',
  'Object.fromEntries(Object.entries(v))',
  '$now.toFormat(v)',
  '$now.setZone(v)',
  '$now.setLocale(v)',
  '$now.plus(v)',
  'DateTime.fromFormat("2020", v)',
  'DateTime.fromFormat(v, "yyyy")',
  '(5).toLocaleString(v)',
  '(5).format(v)',
  '/(a|b)*c/.test(v)',
  '/a+b/.exec(v)',
  'new RegExp(v)',
  'JSON.stringify(v, null, 2)',
  'JSON.parse(JSON.stringify(v))',
  'Object.groupBy(v, x => x)',
  '[v].flat(Infinity)',
  '$jmespath({ v }, "v[*].a")',
  '$jmespath({ v }, "v[?a > `5`].b")',
  '$jmespath({ v }, "v[]")',
  '$jmespath({ v }, "to_string(v)")',
  '$jmespath({ v }, "v.*")',
];
