import { expect, it } from 'vitest';
import { COMMAND_WORDS, THEME_WORDS } from './command-words.ts';
import { scoreOf } from './score.ts';

const of = (value: string, name: string) => ({ value, keywords: COMMAND_WORDS[name] ?? [] });
const ENTRIES = [
  of('Settings of the workflow', 'settings'),
  of('Download as JSON', 'download'),
  of('Duplicate', 'duplicate'),
  { value: 'Colours: Dark', keywords: [...(THEME_WORDS[2] ?? []), ...(COMMAND_WORDS.theme ?? [])] },
  of('Change your password', 'password'),
  of('New API key', 'api-key'),
  of('Sign out', 'sign-out'),
  of('Change the tenant’s time zone', 'time-zone'),
  of('Delete workflow', 'delete'),
  of('New workflow', 'new'),
];
const found = (typed: string) =>
  ENTRIES.map(({ value, keywords }) => ({ value, score: scoreOf(value, typed, keywords) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]?.value;

it.each([
  ['dark', 'Colours: Dark'],
  ['dunkel', 'Colours: Dark'],
  ['API token', 'New API key'],
  ['zugriffs', 'New API key'],
  ['Passwort', 'Change your password'],
  ['logout', 'Sign out'],
  ['time zone', 'Change the tenant’s time zone'],
  ['losch', 'Delete workflow'],
  ['workflow new', 'New workflow'],
  ['nw', 'New workflow'],
])('%s finds %s first', (typed, expected) => expect(found(typed)).toBe(expected));

it('finds nothing for what is not there', () => expect(found('qqxz')).toBeUndefined());
