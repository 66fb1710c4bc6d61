import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SANDBOX_POLICY, safeHeaders } from './safe-headers.js';

it('an answer of the app’s origin can only tighten what confines it', () => {
  const given = {
    'Set-Cookie': 'a=1',
    'CLEAR-SITE-DATA': '"*"',
    'service-worker-allowed': '/',
    'Secure-Session-Registration': '(ES256);path="/webhook/bind"',
    'X-Content-Type-Options': '',
    'Content-Security-Policy': "default-src 'none'",
  };
  expect(safeHeaders(given, true)).toEqual({
    'content-security-policy': [SANDBOX_POLICY, "default-src 'none'"],
    'x-content-type-options': 'nosniff',
  });
});

it('an answer of another origin has the headers that the workflow gave', () => {
  expect(safeHeaders({ 'Set-Cookie': 'a=1', 'X-A': 'b' }, false)).toEqual({ 'set-cookie': 'a=1', 'x-a': 'b' });
});

it('lets no header through that would split the answer or frame its body', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('Content-Length', 'Transfer-Encoding', 'Connection', 'X-A'));
  fc.assert(
    fc.property(fc.dictionary(name, fc.string({ unit: 'binary' })), fc.boolean(), (given, confined) => {
      for (const [key, value] of Object.entries(safeHeaders(given, confined))) {
        expect(key).toMatch(/^[!#$%&'*+.^_`|~0-9a-z-]+$/);
        expect(String(value)).not.toMatch(/[\r\n\0]/);
        expect(['content-length', 'transfer-encoding', 'connection']).not.toContain(key);
      }
    }),
  );
});
