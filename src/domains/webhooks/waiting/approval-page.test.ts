import { expect, it } from 'vitest';
import { languageOf } from './approval-page.js';

it.each([
  [undefined, 'en'],
  ['de', 'de'],
  ['de-CH', 'de'],
  ['en-US,en;q=0.9,de;q=0.8', 'en'],
  ['fr,de;q=0.5,en;q=0.3', 'de'],
  ['fr', 'en'],
  ['de;q=x', 'en'],
])('%j is answered in %s', (header, language) => expect(languageOf(header)).toBe(language));
