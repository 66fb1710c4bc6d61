import { DateTime } from 'luxon';
import { countText } from '../builtins/find-text.js';
import { chargeFormat } from '../builtins/format-cost.js';
import { payNormalize } from '../builtins/long-runs.js';
import { parseJson } from '../builtins/parse-json.js';
import { TEXT_PRICES } from '../builtins/prices.js';
import { jsonOfText } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { firstEmail, firstUrl, hostOf, isDomain, isEmail, isUrl, pathOf } from './addresses.js';
import { base64Decode, base64Encode, utf8Decode, utf8Encode } from './bytes.js';
import { numberToDateTime } from './date-units.js';
import { type ExtensionTable, type MethodHost, priced } from './extension.js';
import { hashText } from './hash.js';
import { plainOfMarkdown } from './markdown.js';
import { asciiText, sentenceCase, snakeCase, titleCase } from './text-case.js';

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

function readJson(text: string, _args: readonly unknown[], host: MethodHost): unknown {
  try {
    return parseJson(text, host);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new ExpressionFault(`parseJson(): this text is not JSON: ${(fault as Error).message}`);
  }
}

/** Nanoseconds for a letter that is written in ASCII. */
const SPELLED_EACH = 200;

const toInt = (s: string, [radix]: readonly any[]) => finite(Number.parseInt(s.replace(/_/g, ''), radix), s, 'toInt');
const toFloat = (s: string) => finite(Number.parseFloat(s), s, 'toFloat');
const toNumber = (s: string) => finite(Number(s), s, 'toNumber');
/** A text between marks, with a backslash before each mark inside. */
function quote(text: string, [given = '"']: readonly any[], host: MethodHost): string {
  const mark = String(given);
  const count = countText(text, mark, host);
  host.charge(text.length + (count + 2) * (mark.length + 1));
  host.spend(count * (100 + mark.length));
  return `${mark}${text.replaceAll(mark, () => `\\${mark}`)}${mark}`;
}

export const STRING_EXTENSIONS: ExtensionTable = priced(
  {
    hash: (s: string, [algorithm], host) => hashText(s, algorithm, host),
    removeMarkdown: plainOfMarkdown,
    removeTags: (s: string) => s.replace(/<[^<>]*>?/g, ''),
    toDate,
    toDateTime,
    toBoolean: (s: string) => !['', 'false', 'no', '0'].includes(s.toLowerCase()),
    toNumber,
    toInt,
    toWholeNumber: toInt,
    toFloat,
    toDecimalNumber: toFloat,
    toSentenceCase: (s: string, _args, host) => sentenceCase(s, host),
    toSnakeCase: snakeCase,
    toTitleCase: (s: string, _args, host) => titleCase(s, host),
    urlEncode: (s: string, [whole]) => (whole ? encodeURI(s) : encodeURIComponent(s)),
    urlDecode: (s: string, [whole]) => (whole ? decodeURI(s) : decodeURIComponent(s)),
    quote,
    replaceSpecialChars: (s: string, _args, host) => {
      payNormalize(s, 'NFD', host);
      host.spend(s.length * SPELLED_EACH);
      return asciiText(s);
    },
    isDomain,
    isEmail,
    isUrl,
    isNumeric: (s: string) => s.trim() !== '' && !Number.isNaN(Number(s)),
    isEmpty: (s: string) => s === '',
    isNotEmpty: (s: string) => s !== '',
    toJsonString: (s: string, _args, host) => jsonOfText(s, host),
    extractEmail: firstEmail,
    extractDomain: hostOf,
    extractUrl: firstUrl,
    extractUrlPath: pathOf,
    parseJson: readJson,
    base64Encode: (s: string) => base64Encode(utf8Encode(s)),
    base64Decode: (s: string) => utf8Decode(base64Decode(s)),
  },
  TEXT_PRICES,
  ({ length }: string) => length,
);
