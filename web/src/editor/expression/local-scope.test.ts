import { createExpressionEngine } from '@orchestrator/expression';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLocal, localScope } from './local-scope.ts';
import { referenceTo, valueAt } from './paths.ts';

it.each(['={{ $json.a }}', '={{ $input.first().json.a }}', '={{ $json.list.sum() }} of {{ $itemIndex }}'])(
  'works %s out in the browser',
  (text) => expect(isLocal(text)).toBe(true),
);

it.each([
  "={{ $('Other').item.json.a }}",
  '={{ $now }}',
  '={{ $vars.a }}',
  '={{ $execution.id }}',
  '={{ $json.at.toDateTime() }}',
  '={{ new Date() }}',
])('leaves %s to the server', (text) => expect(isLocal(text)).toBe(false));

it('gives the value that a dragged field stands for, whatever it is called', () => {
  const engine = createExpressionEngine();
  // These are no fields for an expression, by design.
  const refused = new Set([
    '__proto__',
    'constructor',
    'prototype',
    'mainModule',
    'binding',
    '_linkedBinding',
    'getPrototypeOf',
  ]);
  const name = fc.string({ minLength: 1 }).filter((each) => !refused.has(each));
  fc.assert(
    fc.property(
      fc.array(fc.oneof(name, fc.constantFrom('a}}b', '}}', '{{')), { minLength: 1, maxLength: 4 }),
      fc.integer(),
      (path, leaf) => {
        const json = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), leaf) as Record<string, never>;
        const evaluation = engine.evaluateSync(`={{ ${referenceTo(path)} }}`, localScope([{ json }], 0, 'Here'));
        expect(evaluation).toEqual({ kind: 'value', value: valueAt(json, path) });
      },
    ),
  );
});
