import { type CurlOption, curlOptions } from './curl-options.ts';
import { isCurl } from './is-curl.ts';
import { shellWords } from './shell-words.ts';

/** What a curl command asks for. */
export interface CurlRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  /** Its text, as it goes out. */
  body?: string;
  /** Parts of a form; `file` is the path of one on the person's computer. */
  parts?: { name: string; value?: string; file?: string }[];
  user?: { name: string; password: string; digest: boolean };
  insecure: boolean;
  timeoutSeconds?: number;
  maxRedirects?: number;
  proxy?: string;
  notes: CurlNote[];
}

/** What a person should know of what was read; `what` is the part of the command that it is about. */
export interface CurlNote {
  code: 'variable' | 'moreCommands' | 'moreAddresses' | 'ignored' | 'certificate' | 'file';
  what: string;
}
/** Why a command can't be read. */
export interface CurlFault {
  code: 'notCurl' | 'quote' | 'noAddress' | 'file' | 'config' | 'method';
  what: string;
}

/** Options that say how curl works, and nothing of the request. */
const SILENT = new Set(
  's S v i f N g 0 1 2 3 4 6 a l n O J R j # : q compressed silent show-error verbose include fail fail-with-body location location-trusted no-buffer globoff http1.0 http1.1 http2 http3 basic tlsv1 tlsv1.2 tlsv1.3 output cookie-jar write-out connect-timeout retry retry-delay retry-max-time ipv4 ipv6 progress-bar no-progress-meter create-dirs remote-name dump-header keepalive-time no-keepalive tcp-nodelay http2-prior-knowledge path-as-is post301 post302 post303 ssl-reqd no-sessionid trace trace-ascii stderr output-dir max-filesize styled-output'.split(
    ' ',
  ),
);
const CERTIFICATES = new Set(['cert', 'key', 'cacert', 'capath', 'cert-type', 'key-type', 'pass', 'E']);
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

class Refused extends Error {
  constructor(readonly fault: CurlFault) {
    super(fault.code);
  }
}
const refuse = (code: CurlFault['code'], what = ''): never => {
  throw new Refused({ code, what });
};

/** Reads a curl command, as bash, cmd or PowerShell would hand it to curl. */
export function readCurl(text: string): { request: CurlRequest } | { fault: CurlFault } {
  try {
    if (!isCurl(text)) return { fault: { code: 'notCurl', what: '' } };
    const { words, rest, unknown } = shellWords(text.trim().replace(/^\$\s+/, ''));
    const request = requestOf(curlOptions(words.slice(1)));
    request.notes.unshift(
      ...unknown.map((what) => ({ code: 'variable' as const, what })),
      ...(rest ? [{ code: 'moreCommands' as const, what: '' }] : []),
    );
    return { request };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault };
    if (error instanceof SyntaxError) return { fault: { code: 'quote', what: error.message } };
    throw error;
  }
}

function requestOf(options: readonly CurlOption[]): CurlRequest {
  const given = (name: string) => options.filter((each) => each.name === name).map(({ value }) => value);
  const has = (name: string) => options.some((each) => each.name === name);
  const notes: CurlNote[] = [];
  const headers = given('header').flatMap((line) => headerIn(line));
  const name = (wanted: string) => headers.find(([each]) => each.toLowerCase() === wanted);
  const data = options.flatMap(({ name: kind, value }) => dataIn(kind, value));
  const addresses = given('url');
  const first = addresses[0] ?? refuse('noAddress');
  if (addresses.length > 1) notes.push({ code: 'moreAddresses', what: addresses.slice(1).join(' ') });
  if (has('config')) refuse('config', '--config');
  if (has('upload-file')) refuse('file', given('upload-file')[0]);
  const cookies = given('cookie');
  for (const cookie of cookies) if (!cookie.includes('=')) refuse('file', cookie);
  if (cookies.length > 0) headers.push(['Cookie', cookies.join('; ')]);
  for (const [option, header] of [
    ['user-agent', 'User-Agent'],
    ['referer', 'Referer'],
  ] as const) {
    for (const value of given(option)) headers.push([header, value]);
  }
  for (const value of given('range')) headers.push(['Range', `bytes=${value}`]);
  for (const token of given('oauth2-bearer')) headers.push(['Authorization', `Bearer ${token}`]);
  if (has('json')) {
    if (!name('content-type')) headers.push(['Content-Type', 'application/json']);
    if (!name('accept')) headers.push(['Accept', 'application/json']);
  }
  const parts = options.flatMap(({ name: kind, value }) =>
    kind === 'form' || kind === 'form-string' ? [partIn(value, kind === 'form-string', notes)] : [],
  );
  const body = data.length === 0 ? undefined : data.join(has('json') ? '' : '&');
  const asQuery = has('get');
  const method =
    given('request').at(-1) ??
    (has('head') ? 'HEAD' : !asQuery && (body !== undefined || parts.length > 0) ? 'POST' : 'GET');
  if (!METHODS.has(method.toUpperCase())) refuse('method', method);
  const { url, user } = addressIn(first, [
    ...(asQuery && body !== undefined ? [body] : []),
    ...given('url-query').map(urlencoded),
  ]);
  if (!asQuery && body !== undefined && !name('content-type'))
    headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  for (const option of options) if (isIgnored(option.name)) notes.push(noteOn(option));
  const signIn = given('user').at(-1) ?? user;
  return {
    method: method.toUpperCase(),
    url,
    headers,
    ...(asQuery || body === undefined ? {} : { body }),
    ...(parts.length > 0 ? { parts } : {}),
    ...(signIn === undefined ? {} : { user: { ...userIn(signIn), digest: has('digest') } }),
    insecure: has('insecure'),
    ...numbers(given),
    ...(given('proxy').length > 0 ? { proxy: given('proxy').at(-1) } : {}),
    notes,
  };
}

const READ = new Set(
  'request header data data-ascii data-raw data-binary data-urlencode json form form-string user cookie user-agent referer proxy max-time max-redirs range oauth2-bearer url url-query get head insecure digest upload-file config'.split(
    ' ',
  ),
);
const isIgnored = (name: string): boolean => !READ.has(name) && !SILENT.has(name);
const noteOn = ({ name }: CurlOption): CurlNote => ({
  code: CERTIFICATES.has(name) ? 'certificate' : 'ignored',
  what: name.length === 1 ? `-${name}` : `--${name}`,
});

function numbers(given: (name: string) => string[]): Pick<CurlRequest, 'timeoutSeconds' | 'maxRedirects'> {
  const timeout = Number(given('max-time').at(-1));
  const redirects = Number(given('max-redirs').at(-1));
  return {
    ...(timeout > 0 ? { timeoutSeconds: timeout } : {}),
    ...(redirects >= 0 ? { maxRedirects: redirects } : {}),
  };
}

/** `Name: value`; `Name;` is a header without a value, and `Name:` takes one of curl's own away. */
function headerIn(line: string): [string, string][] {
  if (line.startsWith('@')) refuse('file', line.slice(1));
  const [, name = '', value = ''] = /^([^:;]*)[:;]\s*([\s\S]*)$/.exec(line) ?? [];
  const isEmpty = value === '' && !line.trimEnd().endsWith(';');
  return name.trim() === '' || isEmpty ? [] : [[name.trim(), value.trim()]];
}

function dataIn(kind: string, value: string): string[] {
  switch (kind) {
    case 'data':
    case 'data-ascii':
    case 'data-binary':
    case 'json':
      if (value.startsWith('@')) refuse('file', value.slice(1));
      // As curl does it with text that is not said to be binary.
      return [kind === 'data' || kind === 'data-ascii' ? value.replace(/[\r\n]/g, '') : value];
    case 'data-raw':
      return [value];
    case 'data-urlencode':
      return [urlencoded(value)];
    default:
      return [];
  }
}

/** `content`, `=content`, `name=content`; `@file` and `name@file` are files. */
function urlencoded(value: string): string {
  const [, name = '', sign, content = ''] = /^([^=@]*)([=@])([\s\S]*)$/.exec(value) ?? [];
  if (sign === undefined) return encodeURIComponent(value);
  if (sign === '@') refuse('file', content);
  return name === '' ? encodeURIComponent(content) : `${name}=${encodeURIComponent(content)}`;
}

/** `name=value`, `name=@file`, `name=<file`, each with `;type=...` behind it. */
function partIn(value: string, isText: boolean, notes: CurlNote[]): NonNullable<CurlRequest['parts']>[number] {
  const [, name = '', content = ''] = /^([^=]*)=([\s\S]*)$/.exec(value) ?? [];
  if (isText) return { name, value: content };
  if (content.startsWith('<')) refuse('file', content.slice(1));
  const plain = content.replace(/;\s*(?:type|filename|headers|encoder)=[^;]*/g, '');
  if (!content.startsWith('@')) return { name, value: plain.replace(/^"([\s\S]*)"$/, '$1') };
  const file = plain.slice(1);
  notes.push({ code: 'file', what: file });
  return { name, file };
}

/** The address, with what is added to its query, and without a name and password in it. */
function addressIn(given: string, query: readonly string[]): { url: string; user?: string } {
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const [, scheme = '', user, rest = ''] = /^([a-z][a-z\d+.-]*:\/\/)(?:([^/?#@]*)@)?([\s\S]*)$/i.exec(full) ?? [];
  const added = query.filter((part) => part !== '').join('&');
  const [beforeHash = '', hash] = rest.split(/#(.*)/s);
  const url = scheme + beforeHash + (added === '' ? '' : (beforeHash.includes('?') ? '&' : '?') + added);
  return { url: hash === undefined ? url : `${url}#${hash}`, ...(user === undefined ? {} : { user: decoded(user) }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function userIn(text: string): { name: string; password: string } {
  const at = text.indexOf(':');
  return at === -1 ? { name: text, password: '' } : { name: text.slice(0, at), password: text.slice(at + 1) };
}
