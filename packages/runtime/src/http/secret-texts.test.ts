import { defineCredential, param } from '@orchestrator/node-sdk';
import { expect, it } from 'vitest';
import { addedHeaderTexts, holdsSecret, secretTexts, withoutSecrets } from './secret-texts.js';

const type = defineCredential({
  type: 'mixed',
  label: '',
  summary: '',
  icon: '',
  parameters: {
    user: param.string({ label: 'User' }),
    password: param.string({ label: 'Password', password: true }),
    json: param.string({ label: 'JSON', password: true }),
  },
});

it('are the secret fields, what stands in one that is JSON, and the token', () => {
  const data = { user: 'not secret', password: 'pass/word', json: '{"headers": {"a": "in-header"}, "n": [12345678]}' };
  expect(secretTexts(type, data, { accessToken: 'a-token' })).toEqual([
    'pass/word',
    data.json,
    'in-header',
    '12345678',
    'a-token',
  ]);
  expect(secretTexts(type, { password: 'short', json: '{broken' })).toEqual(['{broken']);
});

it('are what signing added to the headers, without the word for its scheme', () => {
  expect(addedHeaderTexts({ a: 'same-as-before' }, { a: 'same-as-before', b: 'Basic c2VjcmV0', c: 'x' })).toEqual([
    'c2VjcmV0',
  ]);
});

it('are found in an address, as they are or encoded', () => {
  for (const text of ['https://x.test/?a=pass%2Fword', 'https://x.test/pass/word', 'https://x.test/%70ass/word'])
    expect(holdsSecret(text, ['pass/word'])).toBe(true);
  expect(holdsSecret('https://x.test/?a=%', ['pass/word'])).toBe(false);
});

it('are struck out of a text in every form, and at a cost that is bounded', () => {
  const secret = 'p"a/ss word';
  const forms = [secret, encodeURIComponent(secret), 'p%22a%2Fss+word', JSON.stringify(secret)];
  expect(withoutSecrets(forms.join(' | '), [secret])).toBe('*** | *** | *** | "***"');
  const many = JSON.stringify(Array.from({ length: 5_000 }, (_, n) => `secret-number-${n}`));
  const secrets = secretTexts(type, { json: `{"all":${many}}` });
  const text = 'secret-numb '.repeat(1_000_000);
  const before = process.cpuUsage();
  expect(withoutSecrets(text, secrets)).toBe(text);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(200);
});
