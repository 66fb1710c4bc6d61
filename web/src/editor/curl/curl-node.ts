import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import type { CurlRequest } from './curl-request.ts';

/** A secret of a command that belongs into a credential: of which type, with what data, and where it was found. */
export interface CurlSecret {
  type: 'httpBasicAuth' | 'httpDigestAuth' | 'httpBearerAuth' | 'httpHeaderAuth';
  data: Record<string, string>;
  /** The host that it was sent to: where the credential may go. */
  host: string;
  /** What is shown of it: the name of a header, or of an option. */
  source: string;
}

/** A command as an HTTP request node has it. */
export interface CurlNode {
  parameters: JsonObject;
  /** Kept out of the parameters, to be made a credential. */
  secret?: CurlSecret;
  /** What `parameters` are when the secret stays in them. */
  plain: JsonObject;
}

const KEY_HEADER =
  /^(?:authorization|cookie|(?:x-)?(?:[a-z-]*-)?(?:api-?key|auth-?key|auth-?token|access-?token|token|secret))$/i;
/** Set by the client itself for what it sends and can read. */
const OWN_HEADERS = new Set(['content-length', 'accept-encoding', 'connection', 'transfer-encoding']);
/** Where files of an item are, unless a node says otherwise. */
const FILE_FIELD = 'data';

/** The parameters of an HTTP request node that sends what a curl command sends. */
export function curlNode(request: CurlRequest): CurlNode {
  const host = URL.canParse(request.url) ? new URL(request.url).hostname : '';
  const secret = secretOf(request, host);
  const plainHeaders = request.user ? [...request.headers, basicHeader(request.user)] : request.headers;
  const others = secret
    ? request.headers.filter(([name]) => name.toLowerCase() !== secret.source.toLowerCase())
    : request.headers;
  const plain = parametersOf(request, plainHeaders);
  if (!secret) return { parameters: plain, plain };
  return { parameters: { ...parametersOf(request, others), credentialType: secret.type }, secret, plain };
}

function parametersOf(request: CurlRequest, headers: CurlRequest['headers']): JsonObject {
  const { base, query } = queryOf(request.url);
  const { body, dropsType } = bodyOf(request);
  const kept = headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return !lower.startsWith(':') && !OWN_HEADERS.has(lower) && !(dropsType && lower === 'content-type');
  });
  const options = {
    ...(request.insecure ? { insecure: true } : {}),
    ...(request.timeoutSeconds === undefined ? {} : { timeout: Math.round(request.timeoutSeconds * 1_000) }),
    ...(request.maxRedirects === undefined ? {} : { maxRedirects: request.maxRedirects }),
    ...(request.proxy === undefined ? {} : { proxy: fixed(request.proxy) }),
  };
  return {
    ...(request.method === 'GET' ? {} : { method: request.method }),
    url: fixed(base),
    ...(query.length > 0 ? { queryMode: 'fields', query: pairs(query) } : {}),
    ...(kept.length > 0 ? { headersMode: 'fields', headers: pairs(kept) } : {}),
    ...body,
    ...(Object.keys(options).length > 0 ? { options } : {}),
  };
}

/** The query as fields, where none of them is there twice: two of one name have no place in a form. */
function queryOf(url: string): { base: string; query: [string, string][] } {
  const [, base = '', text = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(#[\s\S]*)?$/.exec(url) ?? [];
  const query = [...new URLSearchParams(text)];
  const isSimple = query.length > 0 && areDifferent(query) && text.split('&').every((each) => each.includes('='));
  return isSimple ? { base: base + hash, query } : { base: url, query: [] };
}

const areDifferent = (list: readonly (readonly [string, string])[]): boolean =>
  new Set(list.map(([name]) => name)).size === list.length && list.every(([name]) => name !== '');

function bodyOf({ body, parts, headers }: CurlRequest): { body: JsonObject; dropsType: boolean } {
  if (parts) {
    const bodyFields = parts.map(({ name, value, file }) =>
      file === undefined ? { name, value: fixed(value ?? '') } : { name, file: FILE_FIELD },
    );
    return { body: { bodyKind: 'multipart', bodyFields }, dropsType: true };
  }
  if (body === undefined) return { body: {}, dropsType: false };
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const [kind = ''] = type
    .toLowerCase()
    .split(';')
    .map((each) => each.trim());
  if ((kind === 'application/json' || kind.endsWith('+json')) && isJson(body)) {
    // As it was typed: long numbers and the order of what is in it stay.
    return {
      body: { bodyKind: 'json', bodyMode: 'text', bodyText: fixed(body) },
      dropsType: type.toLowerCase() === 'application/json',
    };
  }
  const fields = [...new URLSearchParams(body)];
  const isForm = kind === 'application/x-www-form-urlencoded' && /^[^=&\s{]+=/.test(body) && areDifferent(fields);
  if (isForm) return { body: { bodyKind: 'form', bodyFields: pairs(fields) }, dropsType: true };
  return { body: { bodyKind: 'raw', rawBody: fixed(body), rawContentType: fixed(type) }, dropsType: true };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function secretOf({ user, headers }: CurlRequest, host: string): CurlSecret | undefined {
  if (user) {
    const data = { user: user.name, password: user.password };
    return { type: user.digest ? 'httpDigestAuth' : 'httpBasicAuth', data, host, source: '-u' };
  }
  const byRank = (wanted: RegExp) => headers.find(([name]) => wanted.test(name));
  const found =
    byRank(/^authorization$/i) ??
    headers.find(([name]) => KEY_HEADER.test(name) && !/^cookie$/i.test(name)) ??
    byRank(/^cookie$/i);
  if (!found) return undefined;
  const [name, value] = found;
  const [, scheme = '', token = ''] = /^(\S+)\s+([\s\S]+)$/.exec(value) ?? [];
  const isAuthorization = name.toLowerCase() === 'authorization';
  if (isAuthorization && scheme.toLowerCase() === 'bearer') {
    return { type: 'httpBearerAuth', data: { token: token.trim() }, host, source: name };
  }
  const basic = isAuthorization && scheme.toLowerCase() === 'basic' ? basicIn(token) : undefined;
  if (basic) return { type: 'httpBasicAuth', data: basic, host, source: name };
  return { type: 'httpHeaderAuth', data: { name, value }, host, source: name };
}

function basicIn(token: string): { user: string; password: string } | undefined {
  try {
    const text = new TextDecoder().decode(Uint8Array.from(atob(token.trim()), (char) => char.charCodeAt(0)));
    const at = text.indexOf(':');
    return at === -1 ? undefined : { user: text.slice(0, at), password: text.slice(at + 1) };
  } catch {
    return undefined;
  }
}

function basicHeader({ name, password }: NonNullable<CurlRequest['user']>): [string, string] {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return ['Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`];
}

const pairs = (list: readonly (readonly [string, string])[]): JsonValue =>
  list.map(([name, value]) => ({ name: fixed(name), value: fixed(value) }));

/** A text that begins as expressions do is none here: it is given as the text that it is. */
const fixed = (text: string): string => (text.startsWith('=') ? `={{ ${JSON.stringify(text)} }}` : text);
