import type { DateTime } from 'luxon';

/** Longest first, as Moment reads them; `[...]` is text as it stands. Tokens and meanings: momentjs.com/docs/#/displaying/format. */
const TOKEN =
  /\[([^\]]*)\]|Mo|MM?M?M?|Do|DDDo|DD?D?D?|do|dddd|ddd|dd|d|wo|ww?|Wo|WW?|Qo|Q|YYYYYY|YYYYY|YYYY|YY|Y|gggg|gg|GGGG|GG|E|e|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|LTS|LT|LL?L?L?|ll?l?l?/g;

const ENGLISH = { locale: 'en-US' };
const lux = (tokens: string) => (date: DateTime) => date.toFormat(tokens, ENGLISH);
const nth = (number: (date: DateTime) => number) => (date: DateTime) => ordinal(number(date));

/** Tokens that are Luxon's under another name. */
const RENAMED: Record<string, string> = {
  M: 'L',
  MM: 'LL',
  MMM: 'LLL',
  MMMM: 'LLLL',
  D: 'd',
  DD: 'dd',
  DDD: 'o',
  DDDD: 'ooo',
  ddd: 'ccc',
  dddd: 'cccc',
  E: 'c',
  Y: 'y',
  YY: 'yy',
  YYYY: 'yyyy',
  YYYYY: 'yyyyy',
  YYYYYY: 'yyyyyy',
  GG: 'kk',
  GGGG: 'kkkk',
  W: 'W',
  WW: 'WW',
  Q: 'q',
  H: 'H',
  HH: 'HH',
  h: 'h',
  hh: 'hh',
  m: 'm',
  mm: 'mm',
  s: 's',
  ss: 'ss',
  A: 'a',
  X: 'X',
  x: 'x',
  Z: 'ZZ',
  ZZ: 'ZZZ',
  z: 'ZZZZ',
  zz: 'ZZZZ',
};

/** Tokens that Luxon has no single word for. */
const WORKED_OUT: Record<string, (date: DateTime) => string> = {
  Mo: nth((date) => date.month),
  Do: nth((date) => date.day),
  DDDo: nth((date) => date.ordinal),
  do: nth((date) => date.weekday % 7),
  Qo: nth((date) => date.quarter),
  Wo: nth((date) => date.weekNumber),
  wo: nth((date) => englishWeek(date).week),
  w: (date) => String(englishWeek(date).week),
  ww: (date) => String(englishWeek(date).week).padStart(2, '0'),
  gg: (date) => String(englishWeek(date).year).slice(-2),
  gggg: (date) => String(englishWeek(date).year),
  d: (date) => String(date.weekday % 7),
  e: (date) => String(date.weekday % 7),
  dd: (date) => date.toFormat('ccc', ENGLISH).slice(0, 2),
  a: (date) => date.toFormat('a', ENGLISH).toLowerCase(),
  k: (date) => String(date.hour || 24),
  kk: (date) => String(date.hour || 24).padStart(2, '0'),
  L: lux('LL/dd/yyyy'),
  LL: lux('LLLL d, yyyy'),
  LLL: lux('LLLL d, yyyy h:mm a'),
  LLLL: lux('cccc, LLLL d, yyyy h:mm a'),
  LT: lux('h:mm a'),
  LTS: lux('h:mm:ss a'),
  l: lux('L/d/yyyy'),
  ll: lux('LLL d, yyyy'),
  lll: lux('LLL d, yyyy h:mm a'),
  llll: lux('ccc, LLL d, yyyy h:mm a'),
};

/** Formats a date by Moment's tokens, in English, as n8n's first Date & Time node did. An empty format gives ISO 8601. */
export function formatMoment(date: DateTime, format: string): string {
  if (format === '') return date.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
  return format.replace(TOKEN, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal;
    if (token.startsWith('S')) return fraction(date, token.length);
    if (Object.hasOwn(WORKED_OUT, token)) return WORKED_OUT[token]?.(date) ?? token;
    const renamed = RENAMED[token];
    return renamed === undefined ? token : date.toFormat(renamed, ENGLISH);
  });
}

/** The same format in Luxon's tokens, for reading text. Tokens that Luxon can't read stay and fail there. */
export function luxonTokens(format: string): string {
  return format.replace(TOKEN, (token, literal: string | undefined) => {
    if (literal !== undefined) return `'${literal}'`;
    if (token.startsWith('S')) return token.length <= 1 ? 'u' : 'SSS';
    if (token === 'a') return 'a';
    if (token === 'Do') return 'd';
    return RENAMED[token] ?? token;
  });
}

/** Weeks as they are counted in English: they begin on Sunday, and the first of a year is the one with January 1. */
function englishWeek(date: DateTime): { year: number; week: number } {
  const saturday = date.plus({ days: 6 - (date.weekday % 7) });
  return { year: saturday.year, week: Math.ceil(saturday.ordinal / 7) };
}

function fraction(date: DateTime, digits: number): string {
  return String(date.millisecond).padStart(3, '0').padEnd(9, '0').slice(0, digits);
}

function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}
