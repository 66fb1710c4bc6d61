import { type HttpRequest, type HttpResponse, NodeFault } from '@orchestrator/node-sdk';
import type { BinaryRef, JsonValue } from '@orchestrator/workflow';
import { type Dispatcher, request as send } from 'undici';
import type { BlobFiles } from '../blobs/blob-files.js';
import { isFileType, suggestedFileName } from './content-kind.js';
import { type Dispatchers, openDispatchers } from './dispatchers.js';
import { requestHeaders, responseHeaders } from './headers.js';
import { type HopSigner, inTurn } from './hop-signer.js';
import { httpFault } from './http-faults.js';
import { redirected, redirectTarget, withoutBody } from './redirects.js';
import { encodeBody } from './request-body.js';
import { decodedBody, decodeText, gathered } from './response-body.js';

/** Long enough for slow reports, short enough that a dead server doesn't hold a run for ever. As n8n's. */
const DEFAULT_TIMEOUT_MS = 300_000;
const DEFAULT_MAX_REDIRECTS = 21;
/** A longer chain is a loop, whatever the request says. */
const MOST_REDIRECTS = 100;

/** The signer of a call without a credential. */
const UNSIGNED = inTurn([]);

/** Bytes of JSON from which on it is not parsed in one go: it would hold the process up. */
const LARGE_JSON_BYTES = 256 * 1024;

/** Bounds that hold for every call, whatever it asks for. Bytes. */
export interface HttpLimits {
  /** An answer kept in memory. Default 64 MiB: several at once still fit a worker's heap. */
  maxMemoryBytes?: number;
  /** An answer streamed to the blob store. Default 1 GiB. */
  maxFileBytes?: number;
}

export interface HttpClientOptions {
  /** Hosts and CIDR blocks that calls may reach although they are private (EGRESS_ALLOW). */
  egressAllow?: readonly string[];
  /** Proxy that all calls go through (EGRESS_PROXY). It is trusted; what is asked of it is still checked. */
  egressProxy?: string;
  /** PEM file of further certificate authorities (EGRESS_CA_FILE). */
  egressCaFile?: string;
  /** Where files come from and go to. */
  files: BlobFiles;
  limits?: HttpLimits;
  /**
   * Reads the JSON of a large answer without holding the process up. The bytes may be gone afterwards.
   * @returns `undefined` for what is not JSON
   * @throws NodeFault when it is over the bounds of values, names or depth
   */
  readJson?: (bytes: Uint8Array, tenantId: string) => Promise<JsonValue | undefined>;
}

/** Whose call it is, and what ends it. */
export interface HttpCallOptions {
  signal?: AbortSignal;
  tenantId: string;
  executionId: string;
  /** Signs each hop where its credential may go. */
  signer?: HopSigner;
}

/** Sends the calls of workflows. See README.md beside this file for what it guards. */
export interface HttpClient {
  /**
   * Sends one request and follows its redirects. A status of any kind is an answer, not a fault.
   * @throws NodeFault: `egress.refused`, `http.url`, `http.dns`, `http.connect`, `http.proxy`, `http.tls`, `http.timeout`,
   *   `http.redirects`, `http.too_large`, `http.encoding`, `http.request`, `http.cancelled`, `http.failed`
   */
  request(request: HttpRequest, options: HttpCallOptions): Promise<HttpResponse>;
  close(): Promise<void>;
}

/** Makes the client. Throws when an entry of `egressAllow`, the proxy or the file of certificates can't be used. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const dispatchers = openDispatchers(options);
  return {
    request: (request, call) => follow(request, call, options, dispatchers),
    close: () => dispatchers.close(),
  };
}

async function follow(
  first: HttpRequest,
  call: HttpCallOptions,
  options: HttpClientOptions,
  dispatchers: Dispatchers,
): Promise<HttpResponse> {
  const most = Math.min(first.maxRedirects ?? DEFAULT_MAX_REDIRECTS, MOST_REDIRECTS);
  const signer = call.signer ?? UNSIGNED;
  let hop = first;
  let bodyless = false;
  for (let followed = 0; ; followed++) {
    const url = parseUrl(hop.url);
    let onward: { status: number; target: URL } | undefined;
    const send = (signed: HttpRequest) => {
      onward = undefined;
      const request = bodyless ? withoutBody(signed) : signed; // credentials may add fields to a body
      return once(request, parseUrl(request.url), call, options, dispatchers, (status, location) => {
        const target = most === 0 ? undefined : redirectTarget(status, location, url);
        if (target) onward = { status, target };
        return target !== undefined;
      });
    };
    try {
      const answer = await signer.send(hop, send);
      if (!onward) return answer;
      if (followed >= most) throw tooManyRedirects(first, most);
      const { status, target } = onward as { status: number; target: URL };
      const next = redirected(hop, status, url, signer.onward(target));
      bodyless ||= next.method !== hop.method;
      hop = next;
    } catch (error) {
      if (call.signal?.aborted) throw new NodeFault('The call was cancelled', { code: 'http.cancelled', cause: error });
      throw httpFault(error, url);
    }
  }
}

function tooManyRedirects({ url }: HttpRequest, most: number): NodeFault {
  return new NodeFault(`${parseUrl(url).host} redirects more than ${most} times`, {
    code: 'http.redirects',
    description: 'Raise the number of redirects in the options, or check the URL: it may redirect in a circle.',
    retryable: false,
  });
}

/** Sends one request. @param isRedirect whether an answer leads on, and its body is of no interest */
async function once(
  request: HttpRequest,
  url: URL,
  call: HttpCallOptions,
  options: HttpClientOptions,
  dispatchers: Dispatchers,
  isRedirect: (status: number, location: string | undefined) => boolean,
): Promise<HttpResponse> {
  const timeout = new AbortController();
  const timeoutMs = request.timeoutMs && request.timeoutMs > 0 ? request.timeoutMs : DEFAULT_TIMEOUT_MS;
  const timer = setTimeout(() => {
    timeout.abort(new NodeFault(`${url.host} did not answer within ${timeoutMs} ms`, { code: 'http.timeout' }));
  }, timeoutMs);
  const lease = dispatchers.for(request);
  let received: Dispatcher.ResponseData['body'] | undefined;
  try {
    const body = await encodeBody(request.body, (ref: BinaryRef) => options.files.open(call.tenantId, ref));
    const answer = await send(url, {
      dispatcher: lease.dispatcher,
      method: request.method.toUpperCase() as Dispatcher.HttpMethod,
      headers: requestHeaders(request.headers, body, url),
      body: body?.content as Dispatcher.DispatchOptions['body'],
      signal: call.signal ? AbortSignal.any([call.signal, timeout.signal]) : timeout.signal,
    });
    clearTimeout(timer);
    received = answer.body;
    // It may break while nobody reads it yet, or any more; who reads it meets the error by itself.
    received.on('error', () => undefined);
    const headers = responseHeaders(answer.headers);
    const response = {
      status: answer.statusCode,
      statusText: answer.statusText,
      headers,
      url: shownUrl(url, request.secretQuery),
    };
    if (isRedirect(answer.statusCode, headers.location as string | undefined)) {
      await answer.body.dump().catch(() => undefined); // lets the connection be used again, or ends it
      return response;
    }
    return await readBody(request, response, answer.body, url, call, options);
  } finally {
    clearTimeout(timer);
    received?.destroy(); // what nobody wants to read any more must not keep its connection
    lease.release();
  }
}

async function readBody(
  request: HttpRequest,
  response: HttpResponse,
  body: AsyncIterable<Uint8Array>,
  url: URL,
  call: HttpCallOptions,
  { limits, files, readJson }: HttpClientOptions,
): Promise<HttpResponse> {
  const type = String(response.headers['content-type'] ?? '');
  const encoding = String(response.headers['content-encoding'] ?? '');
  const asFile = request.as === 'blob' || (request.as === 'auto' && isFileType(type));
  const allowed = asFile ? (limits?.maxFileBytes ?? 2 ** 30) : (limits?.maxMemoryBytes ?? 64 * 2 ** 20);
  const decoded = decodedBody(body, encoding, Math.min(request.maxBytes ?? allowed, allowed));
  // These two told how the body was on its way; what is handed on is decoded.
  if (encoding !== '') {
    delete response.headers['content-encoding'];
    delete response.headers['content-length'];
  }
  if (asFile) {
    const meta = {
      mimeType: type.split(';')[0]?.trim() || undefined,
      fileName: suggestedFileName(String(response.headers['content-disposition'] ?? ''), url),
    };
    return { ...response, blob: await files.write(call.tenantId, call.executionId, decoded, meta) };
  }
  const bytes = await gathered(decoded);
  if (request.as === 'bytes' || request.as === undefined) return { ...response, bytes };
  const text = decodeText(bytes, type);
  const isJson = request.as === 'json' || (request.as === 'auto' && type.includes('application/json'));
  if (!isJson || !readJson || bytes.length < LARGE_JSON_BYTES) return { ...response, text };
  const isUtf8 = !/charset/i.test(type) || /charset\s*=\s*"?utf-?8/i.test(type);
  return { ...response, text, json: await readJson(isUtf8 ? bytes : Buffer.from(text), call.tenantId) };
}

/** The URL as it may be shown, without its password and the values that a credential put into its query. */
function shownUrl(url: URL, secretQuery: readonly string[] = []): string {
  const named = secretQuery.filter((name) => url.searchParams.has(name));
  if (named.length === 0 && url.password === '') return url.href;
  const shown = new URL(url);
  for (const name of named) shown.searchParams.set(name, '***');
  if (shown.password !== '') shown.password = '***';
  return shown.href;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new NodeFault(`"${text.replace(/\?.*$/s, '?...')}" is not a URL that can be called`, {
    code: 'http.url',
    description: 'A URL begins with http:// or https://, such as https://example.com/orders.',
    retryable: false,
  });
}
