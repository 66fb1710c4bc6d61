import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatSearch, parseSearch, withWord } from './search-words.ts';

const KEYS = ['status', 'workflow'];

it('reads words of known keys, and leaves the rest as text', () => {
  expect(parseSearch('status:error,in_doubt workflow:"new orders" 8812 http://x.y', KEYS)).toEqual({
    words: { status: ['error', 'in_doubt'], workflow: ['new orders'] },
    text: '8812 http://x.y',
  });
  expect(parseSearch('status:', KEYS)).toEqual({ words: {}, text: 'status:' });
  expect(parseSearch('', KEYS)).toEqual({ words: {}, text: '' });
});

it('puts other values in for a key, or takes it out', () => {
  const search = parseSearch('status:error 12', KEYS);
  expect(formatSearch(withWord(search, 'status', ['success']))).toBe('status:success 12');
  expect(formatSearch(withWord(search, 'status', []))).toBe('12');
});

it('gives back what it wrote', () => {
  const value = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((text) => text.replaceAll('"', '').trim())
    .filter(Boolean);
  fc.assert(
    fc.property(fc.array(value, { maxLength: 3 }), fc.stringMatching(/^[a-z0-9]{0,8}$/), (values, text) => {
      const search = withWord({ words: {}, text }, 'workflow', values);
      expect(parseSearch(formatSearch(search), KEYS)).toEqual(search);
    }),
  );
});
