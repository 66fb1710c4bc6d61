import { expect, it } from 'vitest';
import { preferredLanguage } from './preferred-language.js';

it.each([
  [undefined, 'en'],
  ['de', 'de'],
  ['de-CH', 'de'],
  ['en-US,en;q=0.9,de;q=0.8', 'en'],
  ['fr,de;q=0.5,en;q=0.3', 'de'],
  ['fr', 'en'],
  ['de;q=x', 'en'],
  ['__proto__', 'en'],
  [`${'x,'.repeat(10_000)}de`, 'en'],
])('%j is answered in %s', (header, language) => expect(preferredLanguage(header, ['de'])).toBe(language));
