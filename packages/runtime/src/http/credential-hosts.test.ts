import { describe, expect, it } from 'vitest';
import { fitsHosts, hostOf, hostPattern } from './credential-hosts.js';

describe('host patterns', () => {
  it.each([
    [' API.Example.com ', 'api.example.com'],
    ['https://api.example.com/', 'api.example.com'],
    ['api.example.com:443', 'api.example.com'],
    ['api.example.com:8443', 'api.example.com:8443'],
    ['api.example.com.', 'api.example.com'],
    ['*.Example.com', '*.example.com'],
    ['http://intranet.example.com:80', 'http://intranet.example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['127.1', '127.0.0.1'],
    ['[::1]:3000', '[::1]:3000'],
    ['localhost:443', 'localhost:443'],
    ['https://localhost', 'https://localhost'],
    ['example.com:*', 'example.com:*'],
    ['*', '*'],
    ['None', 'none'],
  ])('%s is written %s', (text, normal) => {
    expect(hostPattern(text)).toBe(normal);
    expect(hostPattern(normal)).toBe(normal);
  });

  it.each([
    '',
    'a b',
    '*.com',
    '*.127.0.0.1',
    'https://u:p@example.com',
    'example.com/path',
    'ftp://example.com',
    'a.*.com',
    'example.com:99999',
    'example.com?q',
    '**',
  ])('"%s" is none', (text) => {
    expect(hostPattern(text)).toBeUndefined();
  });

  it.each([
    ['api.example.com', 'https://api.example.com/x?y', true],
    ['api.example.com', 'HTTPS://API.EXAMPLE.COM.:443/', true],
    ['api.example.com', 'http://api.example.com/', false],
    ['api.example.com', 'https://api.example.com:8443/', false],
    ['api.example.com', 'https://api.example.com@evil.test/', false],
    ['api.example.com', 'https://api.example.com.evil.test/', false],
    ['api.example.com', 'https://xapi.example.com/', false],
    ['api.example.com:*', 'https://api.example.com:8443/', true],
    ['*.example.com', 'https://a.b.example.com/', true],
    ['*.example.com', 'https://example.com/', false],
    ['*.example.com', 'https://evilexample.com/', false],
    ['http://api.example.com', 'https://api.example.com/', false],
    ['http://api.example.com', 'http://api.example.com/', true],
    ['bücher.example', 'https://BÜCHER.example/', true],
    ['localhost', 'http://localhost:3000/', true],
    ['localhost', 'https://localhost/', true],
    ['localhost:3000', 'http://localhost:3001/', false],
    ['http://127.0.0.1:3000', 'http://127.1:3000/', true],
    ['http://127.0.0.1:3000', 'https://127.0.0.1:3000/', false],
    ['*', 'http://anything.test/', true],
    ['none', 'http://none/', false],
  ])('%s, asked for %s: %s', (pattern, url, fits) => {
    expect(fitsHosts(new URL(url), [hostPattern(pattern) as string])).toBe(fits);
  });

  it.each([
    'https://api.example.com/',
    'https://api.example.com:8443/',
    'http://api.example.com/',
    'http://127.0.0.1/',
    'http://127.0.0.1:3000/',
    'https://localhost:3000/',
    'https://localhost/',
    'http://[::1]:80/',
  ])('the one of %s fits it and no other scheme or port', (address) => {
    const url = new URL(address);
    const own = [hostOf(url)];
    expect(hostPattern(own[0] as string)).toBe(own[0]);
    expect(fitsHosts(url, own)).toBe(true);
    const otherScheme = new URL(address.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http')));
    expect(fitsHosts(otherScheme, own)).toBe(false);
    const otherPort = new URL(address);
    otherPort.port = '9999';
    expect(fitsHosts(otherPort, own)).toBe(false);
  });
});
