import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../forms/declaration.ts';
import { de } from '../../texts/de/index.ts';
import { en } from '../../texts/en/index.ts';
import { inWords, valueInWords } from './diff-words.ts';

const parameters = {
  url: { kind: 'string', label: 'URL' },
  fields: { kind: 'list', label: 'Fields', fields: { value: { kind: 'string', label: 'Value' } } },
} as unknown as Record<string, Parameter>;
const labels = (...paths: string[]) =>
  inWords(
    paths.map((path) => ({ path, before: 1, after: 2 })),
    parameters,
    en,
  ).map(({ label }) => label);

describe('what differs, in words', () => {
  it('has the names that the form has', () =>
    expect(labels('parameters.url', 'parameters.fields.0.value', 'parameters.newOne', 'name', 'disabled')).toEqual([
      'URL',
      'Fields › 1 › Value',
      'New one',
      'Name',
      'Switched off',
    ]));

  it('leaves out what is the document’s alone', () =>
    expect(labels('position', 'id', 'parameters.fields.0.id', 'webhookId', 'parameters.url')).toEqual(['URL']));

  it.each([
    [true, 'Yes'],
    [{ name: 'x', id: 'a-1', value: '={{ $json.a }}' }, 'Name: x; Value: ={{ $json.a }}'],
    [[{ a: 1 }, { a: 2 }], 'A: 1; A: 2'],
    [[], 'nothing'],
    ['', 'nothing'],
    ['x'.repeat(200), `${'x'.repeat(160)}…`],
  ])('says %j without brackets', (value, expected) => expect(valueInWords(value, en)).toBe(expected));

  it('speaks German too', () => expect(valueInWords(false, de)).toBe('Nein'));
});
