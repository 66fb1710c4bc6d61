import { isIP } from 'node:net';

/** The declaration of one setting: how its text is read, what it means, and what holds when it is left out. */
export interface Setting<T> {
  /** Reads the text of the environment. Throws when the text is not a value of this setting. */
  parse(text: string): T;
  /** What a value has to be, as the end of the sentence "PORT must be ...". */
  expected: string;
  /** The value when the setting is left out. */
  fallback: T;
  /** How the documentation shows the default; the fallback itself when left out. */
  shownDefault?: string;
  /** One or two sentences for the documentation. */
  explanation: string;
  /** Never shown, neither in logs nor in messages. */
  secret?: boolean;
  /** Set while nothing reads the setting yet: giving it stops the start, so that nobody believes that it works. */
  notBuilt?: string;
}

type Rest<T> = Omit<Setting<T>, 'parse' | 'expected' | 'fallback'> & Partial<Pick<Setting<T>, 'expected'>>;

const reject = (): never => {
  throw new TypeError('not a value of this setting');
};

/** A whole number within bounds, both included. */
export function integer(fallback: number, least: number, most: number, rest: Rest<number>): Setting<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    parse: (text) => {
      const value = /^-?\d{1,15}$/.test(text) ? Number(text) : reject();
      return value >= least && value <= most ? value : reject();
    },
    fallback,
    ...rest,
  };
}

/** Text, as it is. */
export function text<F extends string | undefined>(fallback: F, rest: Rest<string | F>): Setting<string | F> {
  return { expected: 'text', parse: (value) => value, fallback, ...rest };
}

/** One of a few words. */
export function oneOf<W extends string, F extends W | undefined>(
  words: readonly W[],
  fallback: F,
  rest: Rest<W | F>,
): Setting<W | F> {
  return {
    expected: `one of ${words.join(', ')}`,
    parse: (value) => words.find((word) => word === value.toLowerCase()) ?? reject(),
    fallback,
    ...rest,
  };
}

/** A comma-separated list; empty entries are dropped. */
export function list<T extends string = string>(
  fallback: readonly T[],
  entry: (text: string) => boolean,
  rest: Rest<readonly T[]>,
): Setting<readonly T[]> {
  return {
    expected: 'a comma-separated list',
    parse: (value) => {
      const entries = value
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '');
      return entries.length > 0 && entries.every(entry) ? (entries as T[]) : reject();
    },
    fallback,
    shownDefault: fallback.join(',') || 'none',
    ...rest,
  };
}

/** An absolute address with one of the schemes, such as `https:`. */
export function address(schemes: readonly string[], rest: Rest<string | undefined>): Setting<string | undefined> {
  return {
    expected: `an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
    parse: (value) => (URL.canParse(value) && schemes.includes(new URL(value).protocol) ? value : reject()),
    fallback: undefined,
    ...rest,
  };
}

/** An http(s) origin, without a path; a trailing slash is dropped. */
export function origin(rest: Rest<string | undefined>): Setting<string | undefined> {
  return {
    expected: 'an address of http:// or https:// without a path, such as https://flows.example.com',
    parse: (value) => {
      const url = URL.canParse(value) ? new URL(value) : reject();
      const plain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
      return plain && /^https?:$/.test(url.protocol) && !url.host.includes('*') ? url.origin : reject();
    },
    fallback: undefined,
    ...rest,
  };
}

/** An http(s) origin, or one for each name below a domain: `https://*.hooks.example.com`. */
export function originOrWildcard(rest: Rest<string | undefined>): Setting<string | undefined> {
  const { parse } = origin(rest);
  return {
    expected:
      'an address of http:// or https:// without a path, such as https://hooks.example.com or https://*.hooks.example.com',
    parse: (value) => {
      const [, scheme, below] = /^(https?:\/\/)\*\.(.+)$/i.exec(value) ?? [];
      if (scheme === undefined) return parse(value);
      const base = new URL(parse(`${scheme}${below}`) as string);
      // An address has no names below it.
      return isIP(base.hostname.replace(/[[\]]/g, '')) === 0 ? `${base.protocol}//*.${base.host}` : reject();
    },
    fallback: undefined,
    ...rest,
  };
}
