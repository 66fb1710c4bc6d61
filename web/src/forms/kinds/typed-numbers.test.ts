import { expect, it } from 'vitest';
import { losesDigits } from './typed-numbers.ts';

it.each(['{"a":9007199254740993}', '[1.0]', '1e400', '{"a":{"b":-0}}'])('%s loses digits as a value', (json) =>
  expect(losesDigits(json)).toBe(true),
);

it.each(['{"a":9007199254740991}', '[1.5,-2]', '"9007199254740993"', 'null'])('%s loses none', (json) =>
  expect(losesDigits(json)).toBe(false),
);
