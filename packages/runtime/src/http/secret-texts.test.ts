import { defineCredential, param } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { addedHeaderTexts, holdsSecret, secretTexts, strikingOut } from './secret-texts.js';

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

it.each([
  ['PHP', 'S3CR3T+key\\/&~<\\"\'\\u00e9'],
  ['Go', 'S3CR3T+key/\\u0026~\\u003c\\"\'é'],
  ['.NET', 'S3CR3T\\u002Bkey/\\u0026~\\u003C\\"\\u0027\\u00E9'],
  ['Python', 'S3CR3T+key/&~<\\"\'\\u00e9'],
  ['a page', 'S3CR3T+key/&amp;~&lt;&quot;&#39;é'],
  ['a page of PHP', 'S3CR3T+key/&amp;~&lt;&quot;&#039;é'],
  ['a page of Python', 'S3CR3T+key/&amp;~&lt;&quot;&#x27;é'],
  ['a page of Go', 'S3CR3T+key/&amp;~&lt;&#34;&#39;é'],
  ['an address in lower case', "S3CR3T%2bkey%2f%26~%3c%22'%c3%a9"],
])('are struck out as %s writes them', (_who, written) => {
  expect(strikingOut(['S3CR3T+key/&~<"\'é'])(`no: ${written}!`)).toBe('no: ***!');
});

it('are struck out of a text in every form, wherever they are', () => {
  const secret = 'p"a/ss word';
  const forms = [secret, encodeURIComponent(secret), 'p%22a%2Fss+word', JSON.stringify(secret)];
  expect(strikingOut([secret])(forms.join(' | '))).toBe('*** | *** | *** | "***"');
  expect(strikingOut(['ananas'])('bananananas, ananasananas: an')).toBe('banan***, ******: an');
});

describe('striking out costs little, whatever a tenant chooses', () => {
  // Milliseconds. What is not bounded takes many seconds.
  const LITTLE = 500;
  const processorTime = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  const long = 'a'.repeat(256 * 1024);

  it.each([
    ['many secrets', Array.from({ length: 5_000 }, (_, n) => `secret-number-${n}`), 'secret-numb '.repeat(1_000_000)],
    ['one that nearly fits everywhere', [`${'a'.repeat(1_500)}b${'a'.repeat(1_500)}`], long],
    ['many of them', Array.from({ length: 20 }, (_, n) => `${'a'.repeat(1_500)}<b&${n}${'a'.repeat(1_500)}`), long],
  ])('%s', (_name, secrets, text) => {
    const all = secretTexts(type, { json: JSON.stringify({ secrets }) });
    expect(processorTime(() => strikingOut(all)(text))).toBeLessThan(LITTLE);
  });

  it('for an answer of many headers too', () => {
    const shown = strikingOut([`${'<&'.repeat(30_000)}b`, 'a-secret']);
    const headers = Array.from({ length: 2_000 }, (_, n) => `a-secret ${n}`);
    let last = '';
    const work = () => {
      for (const text of headers) last = shown(text);
    };
    expect(processorTime(work)).toBeLessThan(LITTLE);
    expect(last).toBe('*** 1999');
  });

  it('and of more secrets than can be looked for nothing is left', () => {
    for (const count of [50, 5_000]) {
      const secrets = Array.from({ length: count }, (_, n) => `secret-number-${n}`);
      expect(strikingOut(secrets)(`${long} secret-number-${count - 1}`)).toBe('***');
    }
  });
});
