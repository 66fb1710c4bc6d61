import { expect, it } from 'vitest';
import { storableJson } from './storable-json.js';

it.each([
  [
    { message: 'plain \\u0000 text', at: 1 },
    { message: 'plain \\u0000 text', at: 1 },
  ],
  [{ message: 'a\0b' }, { message: 'a\ufffdb' }],
  [{ details: { 'k\0': ['\ud800', '\ud83d\ude00'] } }, { details: { 'k\ufffd': ['\ufffd', '\ud83d\ude00'] } }],
  ['\0', '\ufffd'],
  [null, null],
])('%j is written as %j', (value, written) => {
  expect(JSON.parse(storableJson(value))).toEqual(written);
});
