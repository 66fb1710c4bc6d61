import { DateTime } from 'luxon';
import { chargeFormat } from '../builtins/format-cost.js';
import { parseJson } from '../builtins/parse-json.js';
import { ExpressionFault } from '../fault.js';
import { firstEmail, firstUrl, hostOf, isDomain, isEmail, isUrl, pathOf } from './addresses.js';
import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.js';
import { numberToDateTime } from './date-units.js';
import type { Extension, ExtensionTable, MethodHost } from './extension.js';
import { hashText } from './hash.js';
import { asciiText, plainOfMarkdown, sentenceCase, snakeCase, titleCase } from './text-case.js';

/** Work on a text that makes another of about its length, some factor apart. */
const charged =
  (run: (self: string, args: readonly any[], host: MethodHost) => unknown, factor = 4): Extension =>
  (self: string, args, host) => {
    host.charge(self.length * factor);
    return run(self, args, host);
  };

function finite(value: number, text: string, method: string): number {
  if (Number.isNaN(value)) throw new ExpressionFault(`${method}(): '${text.slice(0, 50)}' is not a number.`);
  return value;
}

function toDateTime(text: string, [format]: readonly any[], host: MethodHost): DateTime {
  if (format !== undefined && /^(ms|s|us|excel)$/.test(String(format)))
    return numberToDateTime(finite(Number(text), text, 'toDateTime'), format);
  if (format) {
    chargeFormat(String(format), text, host);
    const read = DateTime.fromFormat(text, String(format));
    if (read.isValid) return read;
    throw new ExpressionFault(`toDateTime(): '${text.slice(0, 50)}' is not a date written as '${format}'.`);
  }
  for (const parse of [DateTime.fromISO, DateTime.fromHTTP, DateTime.fromRFC2822, DateTime.fromSQL]) {
    const read = parse.call(DateTime, text, { setZone: true });
    if (read.isValid) return read;
  }
  const loose = DateTime.fromJSDate(new Date(text));
  if (loose.isValid) return loose;
  throw new ExpressionFault(
    `toDateTime(): '${text.slice(0, 50)}' is not a date. Give its format: toDateTime('dd.MM.yyyy').`,
  );
}

function toDate(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new ExpressionFault(`toDate(): '${text.slice(0, 50)}' is not a date.`);
  return date;
}

function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (fault) {
    throw new ExpressionFault(`parseJson(): this text is not JSON: ${(fault as Error).message}`);
  }
}

const toInt = (s: string, [radix]: readonly any[]) => finite(Number.parseInt(s.replace(/_/g, ''), radix), s, 'toInt');
const toFloat = (s: string) => finite(Number.parseFloat(s), s, 'toFloat');
const toNumber = (s: string) => finite(Number(s), s, 'toNumber');
/** Hashing costs some 20 ns a byte. */
const HASH_COST = 32;

export const STRING_EXTENSIONS: ExtensionTable = {
  hash: charged((s, [algorithm]) => hashText(s, algorithm), HASH_COST),
  removeMarkdown: charged(plainOfMarkdown, 32),
  removeTags: charged((s) => s.replace(/<[^<>]*>?/g, '')),
  toDate: charged(toDate),
  toDateTime: charged(toDateTime),
  toBoolean: charged((s) => !['', 'false', 'no', '0'].includes(s.toLowerCase())),
  toNumber: charged(toNumber),
  toInt: charged(toInt),
  toWholeNumber: charged(toInt),
  toFloat: charged(toFloat),
  toDecimalNumber: charged(toFloat),
  toSentenceCase: charged(sentenceCase, 16),
  toSnakeCase: charged(snakeCase),
  toTitleCase: charged(titleCase, 32),
  urlEncode: charged((s, [whole]) => (whole ? encodeURI(s) : encodeURIComponent(s)), 6),
  urlDecode: charged((s, [whole]) => (whole ? decodeURI(s) : decodeURIComponent(s))),
  quote: charged((s, [mark = '"']) => `${mark}${s.replaceAll(String(mark), `\\${mark}`)}${mark}`),
  replaceSpecialChars: charged(asciiText, 8),
  isDomain: charged(isDomain),
  isEmail: charged(isEmail),
  isUrl: charged(isUrl),
  isNumeric: charged((s) => s.trim() !== '' && !Number.isNaN(Number(s))),
  isEmpty: (s: string) => s === '',
  isNotEmpty: (s: string) => s !== '',
  toJsonString: charged((s) => JSON.stringify(s)),
  extractEmail: charged(firstEmail, 64),
  extractDomain: charged(hostOf),
  extractUrl: charged(firstUrl),
  extractUrlPath: charged(pathOf),
  parseJson: charged(readJson, 16),
  base64Encode: charged((s) => base64Encode(utf8Encode(s)), 16),
  base64Decode: charged((s) => utf8Decode(base64Decode(s)), 16),
};
