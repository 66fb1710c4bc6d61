import { Settings } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import { COMPILED_TEMPLATES_KEPT, DEFAULT_LIMITS, MAX_TEMPLATE_LENGTH } from '../limits.js';
import { scopeOf } from '../test-scope.js';
import { Templates } from './templates.js';

const scope = scopeOf({ json: { list: Array.from({ length: 5_000 }, (_, i) => i) } });
const within = (limits: Partial<typeof DEFAULT_LIMITS>, code: string) =>
  createExpressionEngine({ limits: { steps: 1e9, bytes: 2 ** 40, milliseconds: 60_000, ...limits } }).evaluateSync(
    `={{ ${code} }}`,
    scope,
  );

describe('the budget of an evaluation', () => {
  it('of steps ends calls and rounds', () => {
    expect(within({ steps: 1_500 }, '$json.list.map(n => n).length')).toMatchObject({ code: 'expression.too-long' });
    expect(within({ steps: 10_000 }, '$json.list.map(n => n).length')).toEqual({ kind: 'value', value: 5_000 });
  });

  it('of bytes ends what grows, before it is made', () => {
    expect(within({ bytes: 1_000 }, '"ab".repeat(1000)')).toMatchObject({ code: 'expression.too-much-data' });
    expect(within({ bytes: 10_000 }, '"ab".repeat(1000).length')).toEqual({ kind: 'value', value: 2_000 });
    expect(within({ bytes: 1_000 }, '["ab".repeat(300), "ab".repeat(300)].join()')).toMatchObject({ kind: 'error' });
  });

  it('of time ends what is neither many steps nor many bytes', () => {
    const began = performance.now();
    const slow = '[...Array(3000)].map(() => $json.list.map(n => n).length)';
    expect(within({ milliseconds: 20 }, slow)).toMatchObject({ code: 'expression.too-long' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('of time is looked at while sizes are counted', () => {
    const began = performance.now();
    expect(within({ milliseconds: 20 }, '[...Array(100000)].map(() => JSON.stringify($json.list))')).toMatchObject({
      code: 'expression.too-long',
    });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('is bounded in depth and length', () => {
    expect(within({}, '((f) => f(f))((f) => f(f))')).toMatchObject({ code: 'expression.too-deep' });
    expect(createExpressionEngine().evaluateSync(`=${'x'.repeat(MAX_TEMPLATE_LENGTH)}`, scope)).toMatchObject({
      code: 'expression.too-large',
    });
  });

  it('leaves the zone and clock of luxon as they were', () => {
    const before = [Settings.defaultZone.name, Settings.now];
    for (const code of ['$now.toISO()', '$json.a.b.c', '"a".repeat(1e9)', '/(?=a)/.test("a")'])
      createExpressionEngine().evaluateSync(`={{ ${code} }}`, { ...scope, timezone: 'Asia/Tokyo' });
    expect([Settings.defaultZone.name, Settings.now]).toEqual(before);
  });
});

describe('compiled templates', () => {
  it('stay while they are read, however many others come and go', () => {
    const templates = new Templates();
    const used = templates.get('={{ $json.used }}');
    const idle = templates.get('={{ $json.idle }}');
    for (let i = 0; i < COMPILED_TEMPLATES_KEPT; i++) {
      templates.get(`=text ${i}`);
      expect(templates.get('={{ $json.used }}')).toBe(used);
    }
    expect(templates.get('={{ $json.idle }}')).not.toBe(idle);
  });
});
