import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Keyring } from './keyring.js';

const ring = new Keyring('first key, first key, first key, first');

it('gives back what it was given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, identity) => {
      expect(ring.decrypt(ring.encrypt(text, 'credentials', identity), 'credentials', identity)).toBe(text);
    }),
  );
});

it('never writes the same twice', () => {
  expect(ring.encrypt('x', 'p', 'i')).not.toBe(ring.encrypt('x', 'p', 'i'));
});

it('refuses another record, another purpose and a changed text', () => {
  const text = ring.encrypt('secret', 'credentials', 'tenant/1');
  expect(() => ring.decrypt(text, 'credentials', 'tenant/2')).toThrow('belongs to another record');
  expect(() => ring.decrypt(text, 'tokens', 'tenant/1')).toThrow('belongs to another record');
  const at = text.length - 5;
  const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
  expect(() => ring.decrypt(changed, 'credentials', 'tenant/1')).toThrow('changed');
  for (const junk of ['', 'v1', 'v1.00000000.', `v1.${ring.keyId}.AAAA`, 'v9.a.b']) {
    expect(() => ring.decrypt(junk, 'credentials', 'tenant/1')).toThrow();
  }
});

it('reads with old keys, writes with the new one, and names a key that is missing', () => {
  const text = ring.encrypt('secret', 'credentials', 'i');
  const next = new Keyring('second key, second key, second key, sec', ['first key, first key, first key, first']);
  expect(next.decrypt(text, 'credentials', 'i')).toBe('secret');
  expect(next.encrypt('x', 'p', 'i')).toContain(`.${next.keyId}.`);
  const alone = new Keyring('second key, second key, second key, sec');
  expect(() => alone.decrypt(text, 'credentials', 'i')).toThrow(`the key ${ring.keyId}`);
});
