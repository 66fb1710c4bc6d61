import { DateTime, Settings } from 'luxon';
import { expect, it } from 'vitest';
import { formatCost } from '../builtins/format-cost.js';
import { createExpressionEngine } from '../engine.js';
import { scopeOf } from '../test-scope.js';

const engine = createExpressionEngine();
const scope = scopeOf(
  { json: { list: [{ a: 1 }], rows: Array.from({ length: 100 }, (_, n) => ({ n })) } },
  { timezone: 'Asia/Tokyo', now: () => 0 },
);
const evaluate = (code: string) => engine.evaluateSync(`={{ ${code} }}`, scope);

/** Whether a value holds, at any depth, what no data holds: a function, or an object that everyone shares. */
function holdsMachinery(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === 'function' || value === Object.prototype || value === Array.prototype) return true;
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Reflect.ownKeys(value).some((key) => holdsMachinery((value as Record<PropertyKey, unknown>)[key], seen));
}

it.each([
  'Object.values(JSON)',
  'Object.entries(Object)',
  '[{ ...JSON }]',
  'Object.assign({}, Math)',
  'Object.values($input)',
  '[Object].pluck("call")',
  '[Object].pluck("fields")',
  '[$input].pluck("read")',
  '[{}].pluck("constructor")',
  '[{}].pluck("__proto__")',
  '[{}].pluck("toString", "valueOf")',
  '[$now].pluck("setZone")',
  '[[]].pluck("map")',
  '[{}].smartJoin("constructor", "constructor")',
  '[{}].smartJoin("__proto__", "__proto__")',
  'Object.groupBy(["toString"], a => a)',
  '$jmespath({}, "constructor")',
  '$jmespath({}, "toString")',
  '$jmespath({}, "\\"__proto__\\"")',
  '$jmespath({}, "\\"\\\\u005f_proto__\\"")',
  '$jmespath($json, "list[].{f: valueOf}")',
  '[Object, $input, () => 1]',
])('%s gives no function and nothing that everyone shares', (code) => {
  const evaluation = evaluate(code);
  if (evaluation === 'needs-isolate') throw new Error('is evaluated in the isolate, and proves nothing here');
  if (evaluation.kind === 'value') expect(holdsMachinery(evaluation.value)).toBe(false);
});

it('reads no prototype out of JSON, however its name is written', () => {
  for (const text of ['{"__proto__": {"a": 1} }', '{"\\\\u005f_proto__": {"a": 1} }']) {
    for (const code of [`JSON.parse('${text}')`, `'${text}'.parseJson()`]) {
      const evaluation = evaluate(code);
      expect(evaluation).toEqual({ kind: 'value', value: {} });
      expect(Object.keys((evaluation as { value: object }).value)).toEqual([]);
    }
  }
});

it.each([
  'DateTime.fromFormat("1".repeat(60) + "x", "uSuSuSuSuSuSuSuSuSuSuS")',
  "DateTime.fromFormat(\"a\".repeat(100) + \"!\", \"z'a'z'a'z'a'z'a'z'a'z\")",
  'DateTime.fromFormat("1".repeat(60) + "x", "d\'1\'d\'1\'" + "d\'1\'".repeat(40))',
  '("1".repeat(60) + "x").toDateTime("uSuSuSuSuSuSuSuSuSuSuSuS")',
  '$jmespath($json.rows, "[]" + " | [@,@][]".repeat(60))',
])('%s is refused before it begins', (code) => {
  const from = performance.now();
  expect(evaluate(code)).toMatchObject({ kind: 'error' });
  expect(performance.now() - from).toBeLessThan(500);
});

it('leaves joining by a JMESPath to the isolate, whose memory is its own', () => {
  expect(evaluate('$jmespath({ tags: ["a", "b"] }, "join(\', \', tags)")')).toBe('needs-isolate');
});

it.each(['yyyy-MM-dd', "yyyy-MM-dd'T'HH:mm:ss.SSSZZ", 'd/M/y h:mm:ss a z', 'EEEE, d LLLL yyyy', 'yyyyMMddHHmmss'])(
  'the format %s costs next to nothing',
  (format) => {
    expect(formatCost(format, 40)).toBeLessThan(100_000);
  },
);

it('leaves the zone and the clock of the process as they were', () => {
  const { now } = Settings;
  const zone = Settings.defaultZone.name;
  expect(evaluate('DateTime.now().toISO()')).toEqual({ kind: 'value', value: '1970-01-01T09:00:00.000+09:00' });
  evaluate('DateTime.now().boom.boom');
  expect(Settings.now).toBe(now);
  expect(Settings.defaultZone.name).toBe(zone);
  expect(DateTime.now().year).toBeGreaterThan(2_000);
});
