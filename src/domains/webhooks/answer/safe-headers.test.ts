import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SANDBOX_POLICY, safeHeaders } from './safe-headers.js';

const OF_OUR_OWN = ['content-security-policy', 'x-content-type-options'];
/** What arrives of one header, where the origin is shared and where it is the tenant's own. */
function arrives(name: string, value: string): [shared: unknown, own: unknown] {
  return [
    safeHeaders({ [name]: value }, true)[name.toLowerCase()],
    safeHeaders({ [name]: value }, false)[name.toLowerCase()],
  ];
}

it('confines a document where the origin is shared, and lets it be confined further', () => {
  expect(safeHeaders({ 'X-Content-Type-Options': '', 'Content-Security-Policy': "default-src 'none'" }, true)).toEqual({
    'content-security-policy': [SANDBOX_POLICY, "default-src 'none'"],
    'x-content-type-options': 'nosniff',
  });
  expect(safeHeaders({ 'Content-Security-Policy': "default-src 'none'" }, false)).toEqual({
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

it.each([
  ['Content-Type', 'text/csv'],
  ['Content-Disposition', 'attachment; filename="a.csv"'],
  ['Cache-Control', 'max-age=60'],
  ['ETag', '"1"'],
  ['Location', '/elsewhere'],
  ['Retry-After', '5'],
  ['Access-Control-Allow-Origin', '*'],
  ['WWW-Authenticate', 'Bearer realm="x"'],
  ['WebHook-Allowed-Origin', 'eventgrid.azure.net'],
  ['X-Hook-Secret', 'echoed'],
  ['X-RateLimit-Remaining', '4'],
  ['Link', '<https://example.com/2>; rel="next", <https://example.com/9>; rel=last'],
])('passes what honest answers say: %s', (name, value) => expect(arrives(name, value)).toEqual([value, value]));

it.each(['multipart/x-mixed-replace; boundary=a', 'text/html, Multipart/X-Mixed-Replace;boundary=a'])(
  'answers with no parts whose own headers a browser would act on: %s',
  (type) => expect(arrives('Content-Type', type)).toEqual(Array(2).fill('application/octet-stream')),
);

/** Kept by browsers for the origin, acted on beyond the answer, or acted on by proxies on the way. */
const HARMFUL = {
  'Clear-Site-Data': '"*"',
  'Service-Worker-Allowed': '/',
  'Strict-Transport-Security': 'max-age=1; includeSubDomains',
  'Public-Key-Pins': 'pin-sha256="x"; max-age=1',
  'Expect-CT': 'max-age=1',
  Refresh: '0; url=https://evil.org',
  'Alt-Svc': 'h3="evil.org:443"',
  NEL: '{"report_to":"x","max_age":1,"include_subdomains":true}',
  'Report-To': '{"group":"x","endpoints":[]}',
  'Reporting-Endpoints': 'x="https://evil.org"',
  'Content-Security-Policy-Report-Only': 'default-src none; report-uri https://evil.org',
  'Accept-CH': 'Sec-CH-UA-Model',
  'Critical-CH': 'Sec-CH-UA-Model',
  'Set-Cookie2': 'a=1',
  'Set-Login': 'logged-in',
  'Secure-Session-Registration': '(ES256);path="/webhook/bind"',
  'Sec-Session-Registration': '(ES256);path="/webhook/bind"',
  'Use-As-Dictionary': 'match="/*"',
  'Speculation-Rules': '"/rules.json"',
  'Supports-Loading-Mode': 'credentialed-prerender',
  'Origin-Agent-Cluster': '?1',
  'Document-Policy': 'x',
  'No-Vary-Search': 'params',
  'Cross-Origin-Opener-Policy': 'unsafe-none',
  'Observe-Browsing-Topics': '?1',
  'Attribution-Reporting-Register-Source': '{}',
  'Access-Control-Allow-Private-Network': 'true',
  'Private-Network-Access-Name': 'x',
  SourceMap: '/webhook/map',
  'X-SourceMap': '/webhook/map',
  'X-DNS-Prefetch-Control': 'on',
  'X-Accel-Redirect': '/internal/file',
  'X-Accel-Buffering': 'no',
  'X-Sendfile': '/etc/passwd',
  'X-LIGHTTPD-send-file': '/etc/passwd',
  'X-LiteSpeed-Location': '/internal',
  'X-Reproxy-URL': 'http://169.254.169.254/',
  'X-Envoy-Immediate-Health-Check-Fail': '1',
  'Surrogate-Control': 'max-age=9',
  'Surrogate-Key': 'all',
  'CDN-Cache-Control': 'max-age=9',
  Upgrade: 'h2c',
  Connection: 'close',
  'Keep-Alive': 'timeout=9',
  'Content-Length': '5',
  'Transfer-Encoding': 'chunked',
  Trailer: 'x',
  TE: 'trailers',
  Date: 'yesterday',
  Server: 'x',
  Via: 'x',
};

it.each(Object.entries(HARMFUL))('lets %s nowhere arrive', (name, value) => {
  expect(arrives(name, value)).toEqual([undefined, undefined]);
  expect(arrives(name.toUpperCase(), value)).toEqual([undefined, undefined]);
});

it('lets nothing arrive that nobody has thought of', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,12}(-[a-z]{2,12}){1,3}$/), (name) => {
      fc.pre(
        !/^(x|content|access|accept|cross|www|last|cache|retry|timing|webhook|ratelimit|request|odata)-/.test(name),
      );
      fc.pre(
        ![
          'referrer-policy',
          'correlation-id',
          'server-timing',
          'preference-applied',
          'idempotency-key',
          'repr-digest',
        ].includes(name),
      );
      expect(arrives(name, 'x')).toEqual([undefined, undefined]);
    }),
  );
});

describe('where the origin is shared', () => {
  it.each([
    ['Set-Cookie', 'a=1'],
    ['WWW-Authenticate', 'Basic realm="Sign in to Orchestrator"'],
    ['WWW-Authenticate', 'Bearer, basic realm=x'],
    ['WWW-Authenticate', 'Negotiate'],
    ['Link', '</webhook/x.js>; rel=preload; as=script'],
    ['Link', '</webhook/x>; rel="next modulepreload"'],
    ['Link', '</webhook/x>; title="; rel=next"; REL = "Prefetch"'],
    ['Link', '</webhook/x>; rel=next, </webhook/y>;rel\t=\tcompression-dictionary'],
    ['Link', '</webhook/x>'],
  ])('%s: %s does not arrive', (name, value) => {
    const [shared, own] = arrives(name, value);
    expect([shared, typeof own]).toEqual([undefined, 'string']);
  });
});

it('a cookie is for the host that sets it, and for no domain above', () => {
  const cookie = (value: string) => safeHeaders({ 'Set-Cookie': value }, false)['set-cookie'];
  expect(cookie('a=1; Path=/; Secure')).toBe('a=1; Path=/; Secure');
  expect(cookie('domain=1; Domain=example.com; Path=/')).toBe('domain=1; Path=/');
  expect(cookie('a=1;DOMAIN = .example.com;\tdomain=hooks.example.com')).toBe('a=1');
  expect(cookie('a=1; domain; HttpOnly')).toBe('a=1; HttpOnly');
  expect(cookie('a=b domain=c; Max-Age=1')).toBe('a=b domain=c; Max-Age=1');
});

it('lets no header through that would split the answer or frame its body', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('Content-Length', 'Transfer-Encoding', 'Connection', 'X-A', 'Set-Cookie'),
  );
  fc.assert(
    fc.property(fc.dictionary(name, fc.string({ unit: 'binary' })), fc.boolean(), (given, confined) => {
      for (const [key, value] of Object.entries(safeHeaders(given, confined))) {
        expect(key).toMatch(/^[!#$%&'*+.^_`|~0-9a-z-]+$/);
        expect(String(value)).not.toMatch(/[\r\n\0]/);
        expect(['content-length', 'transfer-encoding', 'connection']).not.toContain(key);
        if (confined && !OF_OUR_OWN.includes(key)) expect(key).not.toBe('set-cookie');
      }
    }),
  );
});
