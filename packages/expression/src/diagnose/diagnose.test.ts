import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import type { EvaluationScope } from '../scope.js';
import { scopeOf } from '../test-scope.js';
import { diagnoseExpression } from './diagnose.js';
import { nearest } from './nearest.js';

const json = {
  total: 42,
  firstName: 'Ada',
  'order id': 7,
  customer: null,
  items: [
    { sku: 'a', qty: 2 },
    { sku: 'b', qty: 3 },
  ],
  texts: ['1', '2'],
  body: '{"a": 1}',
  address: { city: 'Oslo' },
};
const nodes = ['Get orders', 'Here', 'Not yet'];
const scope: EvaluationScope = scopeOf(
  { json },
  {
    nodeByName: (name) => (nodes.includes(name) ? { name, parameters: {} } : undefined),
    runsOf: (name) => (name === 'Get orders' ? [{ outputs: [[{ json: { id: 1 } }]], sources: [] }] : []),
  },
);
const engine = createExpressionEngine();
const hintsOf = (text: string) => diagnoseExpression(text, scope, nodes);
/** The text as the first mend makes it. */
function mended(text: string): string | undefined {
  const mend = hintsOf(text).find((hint) => hint.mend)?.mend;
  return mend && text.slice(0, mend.from) + mend.insert + text.slice(mend.to);
}
const marked = (text: string) => hintsOf(text).map(({ from, to }) => text.slice(from, to));

describe('a mend is proposed', () => {
  it.each([
    // A field by its nearest name.
    ['={{ $json.totl }}', '={{ $json.total }}'],
    ['={{ $json.first_name }}', '={{ $json.firstName }}'],
    ['={{ $json.orderId }}', "={{ $json['order id'] }}"],
    ['={{ $json["totl"] }}', '={{ $json.total }}'],
    ['={{ $json.address?.ctiy }}', '={{ $json.address?.city }}'],
    ['=Dear {{ $json.frstName }}, hello', '=Dear {{ $json.firstName }}, hello'],
    // What is in the entries of a list, or in a text.
    ['={{ $json.items.qty }}', "={{ $json.items.pluck('qty') }}"],
    ['={{ $json.body.a }}', '={{ $json.body.parseJson().a }}'],
    ['={{ $json.items.sum() }}', "={{ $json.items.pluck('qty').sum() }}"],
    ['={{ $json.texts.sum() }}', '={{ $json.texts.map((each) => Number(each)).sum() }}'],
    // Names of methods, nodes and globals.
    ['={{ $json.firstName.toUppercase() }}', '={{ $json.firstName.toUpperCase() }}'],
    ['={{ $("Get order").first().json.id }}', "={{ $('Get orders').first().json.id }}"],
    ['={{ $jsn.total }}', '={{ $json.total }}'],
    ['={{ total }}', '={{ $json.total }}'],
    ['={{ $input.frist().json }}', '={{ $input.first().json }}'],
    // A method of another type, and one that is not called.
    ['={{ $json.total.toTitleCase() }}', '={{ $json.total.toString().toTitleCase() }}'],
    ['={{ $json.firstName.toUpperCase }}', '={{ $json.firstName.toUpperCase() }}'],
    // The branch that is taken is the one that is looked at.
    ['={{ $json.total > 1 ? $json.totl : $json.nothing }}', '={{ $json.total > 1 ? $json.total : $json.nothing }}'],
  ])('%s → %s', (text, better) => {
    expect(mended(text), JSON.stringify(hintsOf(text))).toBe(better);
    expect(engine.evaluate(better, scope)).toMatchObject({ kind: 'value' });
  });
});

describe('the place of a fault is told', () => {
  it.each([
    ['={{ $json.totl }}', ['totl']],
    ['={{ $json.a }} and {{ $json.b }}', ['a', 'b']],
    ['={{ $json.customer.name }}', ['$json.customer']],
    ['={{ 1 + $("Not yet").item.json.id }}', ['$("Not yet").item']],
    ['={{ $json.items.chunk(0) }}', ['$json.items.chunk(0)']],
    ['={{ [$json.total, $json.items.sum()] }}', ['sum']],
  ])('%s', (text, places) => {
    expect(marked(text)).toEqual(places);
  });

  it('where it does not parse', () => {
    const text = '={{ 1 + }}';
    const [hint] = hintsOf(text);
    expect(hint?.code).toBe('expression.syntax');
    expect(hint?.from).toBeGreaterThanOrEqual(text.indexOf('+'));
  });
});

describe('nothing is said', () => {
  it.each([
    'plain text',
    '=text',
    '={{ $json.total }}',
    '={{ $json.nothing ?? "none" }}',
    '={{ $json.nothing === undefined }}',
    '={{ $json.items.map((each) => each.nothing) }}',
    '={{ $json.customer?.name ?? 1 }}',
  ])('of %s', (text) => {
    expect(hintsOf(text)).toEqual([]);
  });
});

describe('hostile texts', () => {
  it.each([
    `={{ ${'$json.a.'.repeat(5_000)}b }}`,
    `={{ ${'['.repeat(5_000)}${']'.repeat(5_000)}.x }}`,
    '={{ (() => { while (true) {} })() }}',
    `={{ ${'$json.nope + '.repeat(5_000)}1 }}`,
    `={{ [${'$json.items.sum(),'.repeat(3_000)}] }}`,
    '={{ "x".repeat(1e9).nope }}',
    '={{ $json.constructor.constructor("return 1")() }}',
  ])('take no time and bring nothing down: %#', (text) => {
    const start = performance.now();
    expect(hintsOf(text).length).toBeLessThanOrEqual(5);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it('a name is near by letters, not by capitals and dashes', () => {
  expect(nearest('e-mail', ['email', 'name'])).toBe('email');
  expect(nearest('adress', ['address', 'dress'])).toBe('address');
  expect(nearest('a', ['b', 'A'])).toBe('A');
  expect(nearest('id', ['is', 'od'])).toBe(undefined);
  expect(nearest('total', ['customer'])).toBe(undefined);
  expect(nearest('x'.repeat(10_000), ['x'])).toBe(undefined);
});
