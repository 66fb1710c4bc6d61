import type { EncodedBody } from './request-body.js';
import { ACCEPT_ENCODING } from './response-body.js';

/** Headers that belong to the connection, not to the request: the client writes them itself. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The headers to send: those given, and what the body, the URL (`user:password@`) and this client add. */
export function requestHeaders(
  given: Readonly<Record<string, string>> | undefined,
  body: EncodedBody | undefined,
  url: URL,
): Record<string, string> {
  const headers: Record<string, string> = {};
  const names = new Set<string>();
  for (const [name, value] of Object.entries(given ?? {})) {
    const lower = name.toLowerCase();
    // The boundary of a multipart body is known here alone, so its type always comes from the body.
    const replaced = lower === 'content-type' && body?.contentType?.startsWith('multipart/');
    if (CONNECTION_HEADERS.has(lower) || replaced || value === undefined) continue;
    headers[name] = String(value);
    names.add(lower);
  }
  const add = (name: string, value: string) => {
    if (!names.has(name)) headers[name] = value;
  };
  add('user-agent', 'orchestrator');
  add('accept', '*/*');
  add('accept-encoding', ACCEPT_ENCODING);
  if (url.username !== '' || url.password !== '') {
    const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    add('authorization', `Basic ${Buffer.from(login).toString('base64')}`);
  }
  if (body) {
    if (body.contentType !== undefined) add('content-type', body.contentType);
    headers['content-length'] = String(body.length);
  }
  return headers;
}

/** Headers as `HttpResponse` has them: repeated ones joined, but `set-cookie` a list. */
export function responseHeaders(
  raw: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined) continue;
    if (name === 'set-cookie') headers[name] = Array.isArray(value) ? value : [value];
    else headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
