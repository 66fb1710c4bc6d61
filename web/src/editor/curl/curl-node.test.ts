import { describe, expect, it } from 'vitest';
import { curlNode } from './curl-node.ts';
import { readCurl } from './curl-request.ts';
import { isCurl } from './is-curl.ts';

function read(text: string) {
  const found = readCurl(text);
  if ('fault' in found) throw new Error(`${found.fault.code} ${found.fault.what}`);
  return { ...curlNode(found.request), notes: found.request.notes };
}
const parameters = (text: string) => read(text).parameters;
const fault = (text: string) => (readCurl(text) as { fault?: object }).fault;
const pair = (name: string, value: string) => ({ name, value });

describe('a curl command as a node', () => {
  it.each([
    ['curl example.com', { url: 'http://example.com' }],
    ['curl -XPUT https://x.test/a', { method: 'PUT', url: 'https://x.test/a' }],
    ['curl -sSLkI https://x.test', { method: 'HEAD', url: 'https://x.test', options: { insecure: true } }],
    [
      'curl "https://x.test/a?b=1&c=x%20y"',
      { url: 'https://x.test/a', queryMode: 'fields', query: [pair('b', '1'), pair('c', 'x y')] },
    ],
    ['curl "https://x.test/a?b=1&b=2#h"', { url: 'https://x.test/a?b=1&b=2#h' }],
    [
      'curl -G -d a=1 --data-urlencode "q=x y" https://x.test',
      { url: 'https://x.test', queryMode: 'fields', query: [pair('a', '1'), pair('q', 'x y')] },
    ],
    [
      'curl -d a=1 -d b=2 https://x.test',
      { method: 'POST', url: 'https://x.test', bodyKind: 'form', bodyFields: [pair('a', '1'), pair('b', '2')] },
    ],
    [
      'curl --data-urlencode "msg=a&b=c d" https://x.test',
      { method: 'POST', url: 'https://x.test', bodyKind: 'form', bodyFields: [pair('msg', 'a&b=c d')] },
    ],
    [
      `curl --json '{"n":9007199254740993}' https://x.test`,
      {
        method: 'POST',
        url: 'https://x.test',
        headersMode: 'fields',
        headers: [pair('Accept', 'application/json')],
        bodyKind: 'json',
        bodyMode: 'text',
        bodyText: '{"n":9007199254740993}',
      },
    ],
    [
      `curl -H 'Content-Type: application/json' -d '{"a":1}' https://x.test`,
      { method: 'POST', url: 'https://x.test', bodyKind: 'json', bodyMode: 'text', bodyText: '{"a":1}' },
    ],
    [
      `curl -d '{"a":1}' https://x.test`,
      {
        method: 'POST',
        url: 'https://x.test',
        bodyKind: 'raw',
        rawBody: '{"a":1}',
        rawContentType: 'application/x-www-form-urlencoded',
      },
    ],
    [
      `curl -H 'Content-Type: text/xml' --data-binary '<a/>' https://x.test`,
      { method: 'POST', url: 'https://x.test', bodyKind: 'raw', rawBody: '<a/>', rawContentType: 'text/xml' },
    ],
    [
      'curl -F name=Ada -F "pic=@p.png;type=image/png" https://x.test',
      {
        method: 'POST',
        url: 'https://x.test',
        bodyKind: 'multipart',
        bodyFields: [pair('name', 'Ada'), { name: 'pic', file: 'data' }],
      },
    ],
    [
      'curl --compressed -m 2.5 --max-redirs 3 -x http://p:1 https://x.test',
      { url: 'https://x.test', options: { timeout: 2500, maxRedirects: 3, proxy: 'http://p:1' } },
    ],
    [
      'curl -A me -e https://from.test https://x.test',
      {
        url: 'https://x.test',
        headersMode: 'fields',
        headers: [pair('User-Agent', 'me'), pair('Referer', 'https://from.test')],
      },
    ],
    // What begins as expressions do stays the text that it is.
    [
      `curl -H 'X-Sum: =1+1' https://x.test`,
      { url: 'https://x.test', headersMode: 'fields', headers: [pair('X-Sum', '={{ "=1+1" }}')] },
    ],
  ])('%s', (text, expected) => expect(parameters(text)).toEqual(expected));

  it.each([
    [
      `curl -H 'Authorization: Bearer abc' https://x.test`,
      { type: 'httpBearerAuth', data: { token: 'abc' }, host: 'x.test' },
    ],
    [
      `curl -H 'authorization: Basic QWRhOnPDuHQ=' https://x.test`,
      { type: 'httpBasicAuth', data: { user: 'Ada', password: 'søt' } },
    ],
    ['curl -u ada:p:w https://x.test', { type: 'httpBasicAuth', data: { user: 'ada', password: 'p:w' } }],
    ['curl --digest -u ada:pw https://x.test', { type: 'httpDigestAuth' }],
    ['curl https://ada:p%40w@x.test/a', { type: 'httpBasicAuth', data: { user: 'ada', password: 'p@w' } }],
    [
      `curl -H 'X-API-Key: k' -b a=1 https://x.test`,
      { type: 'httpHeaderAuth', data: { name: 'X-API-Key', value: 'k' } },
    ],
    ['curl -b "sid=1; b=2" https://x.test', { type: 'httpHeaderAuth', data: { name: 'Cookie', value: 'sid=1; b=2' } }],
    ['curl --oauth2-bearer t https://x.test', { type: 'httpBearerAuth', data: { token: 't' } }],
  ])('keeps the secret of %s for a credential', (text, secret) => {
    const found = read(text);
    expect(found.secret).toMatchObject(secret);
    expect(found.parameters.credentialType).toBe(secret.type);
    for (const value of Object.values(found.secret?.data ?? {})) {
      if (value !== found.secret?.data.name && value !== 'ada' && value !== 'Ada') {
        expect(JSON.stringify(found.parameters)).not.toContain(`"${value}"`);
      }
    }
    expect(found.plain.headers).toContainEqual(expect.objectContaining({ name: expect.any(String) }));
  });

  it('tells of what it can not take over', () => {
    expect(read('curl -H "A: $T" --cert c.pem --resolve a:1:b https://x.test https://y.test').notes).toEqual([
      { code: 'variable', what: '$T' },
      { code: 'moreAddresses', what: 'https://y.test' },
      { code: 'certificate', what: '--cert' },
      { code: 'ignored', what: '--resolve' },
    ]);
  });

  it.each([
    ['wget x', { code: 'notCurl' }],
    ["curl 'x", { code: 'quote' }],
    ['curl -X POST', { code: 'noAddress' }],
    ['curl -d @body.json x', { code: 'file', what: 'body.json' }],
    ['curl --data-urlencode name@f.txt x', { code: 'file', what: 'f.txt' }],
    ['curl -T f.txt x', { code: 'file', what: 'f.txt' }],
    ['curl -b cookies.txt x', { code: 'file', what: 'cookies.txt' }],
    ['curl -K conf x', { code: 'config' }],
    ['curl -X PROPFIND x', { code: 'method', what: 'PROPFIND' }],
  ])('refuses %s with words', (text, expected) => expect(fault(text)).toMatchObject(expected));

  it('knows a command by its beginning', () => {
    expect(['curl x', '$ curl x', 'CURL.EXE x', ' curl\n x'].every(isCurl)).toBe(true);
    expect(['curly x', 'https://curl.se', 'curl', ''].some(isCurl)).toBe(false);
  });
});
