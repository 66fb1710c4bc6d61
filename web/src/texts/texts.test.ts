import { describe, expect, it } from 'vitest';
import { de } from './de/index.ts';
import { en } from './en/index.ts';

/** What is the same word in both languages, or no word at all. */
const SAME = new Set([
  ...[
    'API',
    'Code',
    'Editor',
    'Enter',
    'Esc',
    'JSON',
    'Link',
    'Live',
    'live',
    'Name',
    'Status',
    'Text',
    'Version',
    'Version 7',
  ],
  ...['Webhook', 'Webhooks', 'Workflow', 'Workflows', 'workflows'],
  // What is typed into a search has the same words everywhere.
  ...['status:error mode:webhook 8812', 'who:ada action:member.removed', 'webhook mail'],
]);

/** Every text by its path; those that take something are called with numbers, so that two of them can be compared. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    // What picks one of several texts by a name gives none for a number.
    const text: unknown = value(7, 8, 9);
    return [[`${path}()`, String(text)]];
  }
  return Object.entries(value ?? {}).flatMap(([key, each]) => textsOf(each, path ? `${path}.${key}` : key));
}
const [english, german] = [textsOf(en), textsOf(de)];

describe('the texts in German', () => {
  it('are as many as those in English, each in its place', () => {
    expect(german.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
  });

  it('are translated', () => {
    const known = new Map(german);
    const same = english.filter(([path, text]) => known.get(path) === text && /\p{L}{2}/u.test(text));
    expect(same.filter(([, text]) => !SAME.has(text))).toEqual([]);
  });

  it('say “Sie”, and close the quotes that they open', () => {
    expect(german.filter(([, text]) => /\b([Dd]u|[Dd]ein\w*|[Dd]ich|[Dd]ir)\b/.test(text))).toEqual([]);
    const count = (text: string, mark: string) => text.split(mark).length;
    expect(german.filter(([, text]) => count(text, '„') !== count(text, '“'))).toEqual([]);
  });
});
