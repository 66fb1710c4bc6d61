import { validateHeaderName, validateHeaderValue } from 'node:http';

/** What confines a document that a workflow answers with, so that its scripts are of no origin. */
export const SANDBOX_POLICY = 'sandbox allow-forms allow-scripts';

/**
 * The headers that a workflow may set: those that say something of this one answer, to the program that called. What is
 * not listed here does not arrive. Left out on purpose is what browsers keep for the origin or act on beyond the answer
 * (cookies, Clear-Site-Data, HSTS, NEL, Alt-Svc, Accept-CH, speculation rules, service workers, dictionaries, sign-in
 * states, Refresh), what proxies on the way act on (X-Accel-*, X-Sendfile, surrogate keys), and what frames the body.
 */
const PASSED: ReadonlySet<string> = new Set([
  // of the body
  'content-type',
  'content-language',
  'content-disposition',
  'content-encoding',
  'content-location',
  'content-range',
  'content-md5',
  'content-digest',
  'repr-digest',
  'digest',
  'accept-ranges',
  'last-modified',
  'etag',
  // how long it may be kept
  'cache-control',
  'expires',
  'pragma',
  'vary',
  // what to do next
  'location',
  'link',
  'retry-after',
  'allow',
  'accept-patch',
  'accept-post',
  'www-authenticate',
  // who may read it in a browser
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'access-control-max-age',
  'cross-origin-resource-policy',
  'timing-allow-origin',
  // a document's own, to be confined further
  'content-security-policy',
  'referrer-policy',
  // of the call
  'request-id',
  'correlation-id',
  'traceparent',
  'tracestate',
  'server-timing',
  'preference-applied',
  'idempotency-key',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'deprecation',
  'sunset',
  // of webhooks: CloudEvents' handshake (Azure Event Grid asks for it), Standard Webhooks, OData
  'webhook-allowed-origin',
  'webhook-allowed-rate',
  'webhook-id',
  'webhook-signature',
  'webhook-timestamp',
  'odata-version',
]);

/** Headers of people's own begin so; but for those below, which browsers or proxies know. */
const CUSTOM = 'x-';
const NOT_CUSTOM =
  /^x-(accel-|sendfile|lighttpd-|litespeed-|lsadc-|reproxy-|proxy-|envoy-|nginx-|varnish-|haproxy-|traefik-|middleware-|nextjs-|amz-cf-|cdn-|surrogate-|cache-tag|forwarded-|real-ip|original-|rewrite-|http-method|content-security-policy|webkit-|dns-prefetch-control|sourcemap|xss-protection|permitted-cross-domain-policies|ua-compatible|pingback)/;

/** Where the origin is shared, a value of these passes only if it does no more than inform the caller. */
const CHECKED_WHERE_SHARED: Readonly<Record<string, (value: string) => boolean>> = {
  link: isPlainLink,
  'www-authenticate': (value) => !ASKS_A_PERSON.test(value),
};
/** Schemes for which a browser shows a prompt of its own, in the name of the whole host, and keeps what is typed. */
const ASKS_A_PERSON = /\b(basic|digest|ntlm|negotiate|mutual|hoba|scram-)/i;
/** What a link may be: something to be read, and nothing that a browser fetches by itself. */
const PLAIN_RELATIONS: ReadonlySet<string> = new Set(
  'self next prev previous first last up item collection related alternate canonical describedby author license help about via edit search latest-version predecessor-version successor-version'.split(
    ' ',
  ),
);

/** Every `rel=` in it counts, wherever it stands, so that no quoting hides one. */
function isPlainLink(value: string): boolean {
  const relations = [...value.matchAll(/rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/gi)].flatMap((found) =>
    (found[1] ?? found[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean),
  );
  return relations.length > 0 && relations.every((each) => PLAIN_RELATIONS.has(each));
}

/** A type whose parts have headers that browsers act on (Set-Cookie, Content-Security-Policy): none of a list sees them. */
const WITH_HEADERS_OF_PARTS = /multipart\/x-mixed-replace/i;

/**
 * The headers that a workflow's answer may really have. Those that can't be sent are left out rather than answered with
 * a fault: the run is over by then.
 * @param confined whether the answer's origin is shared, with other tenants or with the app
 */
export function safeHeaders(
  given: Readonly<Record<string, string>>,
  confined: boolean,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (!isSendable(name, value)) continue;
    if (key === 'content-type' && WITH_HEADERS_OF_PARTS.test(value)) headers[key] = 'application/octet-stream';
    else if (key === 'set-cookie' && !confined) headers[key] = ofThisHost(value);
    else if (isPassed(key) && !(confined && CHECKED_WHERE_SHARED[key]?.(value) === false)) headers[key] = value;
  }
  if (confined) {
    // Two policies: a document is bound by both, so that a workflow can tighten the sandbox and not loosen it.
    const own = headers['content-security-policy'];
    headers['content-security-policy'] = typeof own === 'string' ? [SANDBOX_POLICY, own] : SANDBOX_POLICY;
  }
  headers['x-content-type-options'] = 'nosniff';
  return headers;
}

const isPassed = (key: string): boolean => PASSED.has(key) || (key.startsWith(CUSTOM) && !NOT_CUSTOM.test(key));

/** A cookie for the host that sets it alone: a domain would be other tenants' too. */
const ofThisHost = (cookie: string): string => cookie.replace(/;[\s]*domain[\s]*(=[^;]*)?(?=;|$)/gi, '');

function isSendable(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
