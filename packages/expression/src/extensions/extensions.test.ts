import { describe, expect, it } from 'vitest';
import { createExpressionEngine } from '../engine.js';
import { scopeOf } from '../test-scope.js';
import { EXTENSION_NAMES } from './call.js';

const engine = createExpressionEngine();
const json = {
  text: 'Hello World',
  iso: '2026-03-08T12:00:00.000Z',
  list: [3, 1, 2, 3],
  rows: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
    { id: 1, name: 'a' },
  ],
  record: { a: 1, b: 'two', c: null, d: '' },
};
const read = (code: string) => engine.evaluateSync(`={{ ${code} }}`, scopeOf({ json }));

/** Calls with what they give, by type. A row of each method at least: the last test counts. */
const CASES: Record<string, [code: string, value: unknown][]> = {
  texts: [
    ['"a".hash()', '0cc175b9c0f1b6a831c399e269772661'],
    ['"a".hash("base64")', 'YQ=='],
    ['"a".hash("sha256").slice(0, 8)', 'ca978112'],
    ['"# A *b* [c](d)".removeMarkdown()', 'A b c'],
    ['"<b>a</b>".removeTags()', 'a'],
    ['"2026-01-02".toDate().toISOString()', '2026-01-02T00:00:00.000Z'],
    ['"02.01.2026".toDateTime("dd.MM.yyyy").toISODate()', '2026-01-02'],
    ['"1700000000".toDateTime("s").year', 2023],
    ['["no", "0", "false", "", "yes"].map(t => t.toBoolean())', [false, false, false, false, true]],
    ['"12.5".toNumber() + "7".toInt() + "ff".toInt(16) + "1.5".toFloat()', 276],
    ['"8".toWholeNumber() + "0.5".toDecimalNumber()', 8.5],
    ['"hELLO. you".toSentenceCase()', 'Hello. You'],
    ['"Hello World-x!".toSnakeCase()', 'hello_world_x'],
    ['"the art of war".toTitleCase()', 'The Art of War'],
    ['"a b&c".urlEncode()', 'a%20b%26c'],
    ['"a b&c".urlEncode(true)', 'a%20b&c'],
    ['"a%20b".urlDecode()', 'a b'],
    ['"a".quote() + "b".quote("*")', '"a"*b*'],
    ['"Ünïcode ß".replaceSpecialChars()', 'Unicode ss'],
    ['["example.com", "http://a.b", "x"].map(t => t.isDomain())', [true, false, false]],
    ['["a@b.co", "a@b"].map(t => t.isEmail())', [true, false]],
    ['["1.5", " ", "x"].map(t => t.isNumeric())', [true, false, false]],
    ['["https://a.co/x", "a.co"].map(t => t.isUrl())', [true, false]],
    ['["".isEmpty(), "a".isNotEmpty()]', [true, true]],
    ['"a".toJsonString()', '"a"'],
    ['"mail a@b.co now".extractEmail()', 'a@b.co'],
    ['"https://sub.a.co/x?y".extractDomain()', 'sub.a.co'],
    ['"see https://example.com/x now".extractUrl()', 'https://example.com/x'],
    ['"https://a.co/x/y?z".extractUrlPath()', '/x/y'],
    ['\'{"a":1}\'.parseJson()', { a: 1 }],
    ['"ä".base64Encode()', 'w6Q='],
    ['"w6Q=".base64Decode()', 'ä'],
  ],
  lists: [
    ['$json.list.unique()', [3, 1, 2]],
    ['$json.rows.removeDuplicates("id").length', 2],
    ['$json.list.first() + $json.list.last()', 6],
    ['$json.rows.pluck("name")', ['a', 'b', 'a']],
    ['$json.rows.pluck("id", "name")[0]', [1, 'a']],
    ['[7].randomItem()', 7],
    ['[$json.list.sum(), $json.list.min(), $json.list.max(), $json.list.average()]', [9, 1, 3, 2.25]],
    ['[[].isEmpty(), $json.list.isNotEmpty()]', [true, true]],
    ['[1, null, "", {}, { a: null, b: 1 }].compact()', [1, { b: 1 }]],
    ['$json.rows.smartJoin("name", "id")', { a: 1, b: 2 }],
    ['$json.list.chunk(3)', [[3, 1, 2], [3]]],
    ['$json.rows.renameKeys("id", "key")[0]', { name: 'a', key: 1 }],
    ['[{ a: 1 }].merge([{ b: 2 }])', { a: 1, b: 2 }],
    ['[1, 2].union([2, 3])', [1, 2, 3]],
    ['[1, 2].difference([2, 3])', [1]],
    ['[1, 2].intersection([2, 3])', [2]],
    ['[1].append(2, 3)', [1, 2, 3]],
    ['[1, "a"].toJsonString()', '[1,"a"]'],
    ['[1].toInt()', undefined],
    ['[1].toFloat()', undefined],
    ['[1].toBoolean()', undefined],
    ['[1].toDateTime()', undefined],
  ],
  numbers: [
    ['[(1.2).ceil(), (1.8).floor(), (1.256).round(2), (-3).abs()]', [2, 1, 1.26, 3]],
    ['(1234.5).format("de-DE")', '1.234,5'],
    ['[(2).isInteger(), (2).isEven(), (3).isOdd()]', [true, true, true]],
    ['[(0).toBoolean(), (1.6).toInt(), (1.6).toFloat(), (1.6).toNumber()]', [false, 2, 1.6, 1.6]],
    ['(0).toDateTime().toISO()', '1970-01-01T00:00:00.000Z'],
    ['(45000).toDateTime("excel").toISODate()', '2023-03-15'],
    ['[(1700000000).toDateTime("s").year, (1e6).toDateTime("us").toMillis()]', [2023, 1000]],
  ],
  objects: [
    ['[({}).isEmpty(), $json.record.isNotEmpty()]', [true, true]],
    ['$json.record.hasField("a")', true],
    ['$json.record.removeField("a")', { b: 'two', c: null, d: '' }],
    ['$json.record.removeFieldsContaining("tw")', { a: 1, c: null, d: '' }],
    ['$json.record.keepFieldsContaining("tw")', { b: 'two' }],
    ['$json.record.compact()', { a: 1, b: 'two' }],
    ['({ a: "x y", b: 1 }).urlEncode()', 'a=x+y&b=1'],
    ['({ a: 1 }).keys()', ['a']],
    ['({ a: 1 }).values()', [1]],
    ['({ a: 1 }).toJsonString()', '{"a":1}'],
    ['({}).toInt()', undefined],
    ['({}).toFloat()', undefined],
    ['({}).toBoolean()', undefined],
    ['({}).toDateTime()', undefined],
  ],
  dates: [
    ['$now.beginningOf("month").toISODate()', '2026-03-01'],
    ['$now.endOfMonth().toISODate()', '2026-03-31'],
    ['[$now.extract("year"), $now.extract()]', [2026, 10]],
    ['$now.isBetween("2026-01-01", "2026-12-31")', true],
    ['$now.isDst()', false],
    ['[$now.isInLast(1, "day"), $now.minus(2, "days").isInLast(1, "day")]', [true, false]],
    ['$now.isWeekend()', true],
    ['$now.plus(1, "day").toISODate()', '2026-03-09'],
    ['$now.minus({ days: 1 }).toISODate()', '2026-03-07'],
    ['$now.format("yyyy/MM/dd")', '2026/03/08'],
    ['$now.toDateTime().year', 2026],
    ['$now.diffTo("2026-03-06T12:00:00Z", "days")', 2],
    ['$now.minus(1, "hour").diffToNow("minutes")', -60],
    ['[$now.isEmpty(), $now.isNotEmpty()]', [false, true]],
    ['[$now.toInt(), $now.toFloat()]', [1772971200000, 1772971200000]],
    ['$now.toBoolean()', undefined],
    ['new Date(0).plus(1, "day").toISOString()', '1970-01-02T00:00:00.000Z'],
    ['$json.iso.format("yyyy")', '2026'],
  ],
  booleans: [
    ['[true.toBoolean(), true.toInt(), false.toFloat(), true.toNumber()]', [true, 1, 0, 1]],
    ['true.toDateTime()', undefined],
  ],
};

describe.each(Object.entries(CASES))('methods of %s', (_type, cases) => {
  it.each(cases)('%s', (code, value) => {
    expect(read(code)).toEqual(value === undefined ? { kind: 'undefined' } : { kind: 'value', value });
  });
});

describe('a method on another type', () => {
  it.each([
    ['(5).toTitleCase()', 'works on texts'],
    ['"a".chunk(2)', 'works on lists'],
    ['[1].ceil()', 'works on numbers'],
    ['"a".keepFieldsContaining("a")', 'works on objects'],
    ['"a".isWeekend()', 'works on dates'],
    ['$json.missing.toTitleCase()', 'this is nothing'],
    ['null.sum()', 'this is null'],
  ])('%s is an error that says which', (code, part) => {
    expect(read(code)).toMatchObject({ kind: 'error', message: expect.stringContaining(part) });
  });

  it('gives nothing for a method that no type has', () => {
    expect(read('$json.text.noSuchMethod()')).toEqual({ kind: 'undefined' });
    expect(read('$json.list.noSuchMethod()')).toEqual({ kind: 'undefined' });
  });

  it('asks what is not there whether it is empty', () => {
    expect(read('$json.missing.isEmpty()')).toEqual({ kind: 'value', value: true });
    expect(read('$json.missing.isNotEmpty()')).toEqual({ kind: 'value', value: false });
    expect(read('$json.missing?.toTitleCase()')).toEqual({ kind: 'undefined' });
  });

  it.each([
    '"x".toNumber()',
    '"x".toInt()',
    '"x".toDate()',
    '"x".toDateTime()',
    '"{".parseJson()',
    '"a".hash("none")',
    '[1, "a"].sum()',
    '[1].chunk(0)',
    '[1].renameKeys("a")',
    '[1].union(2)',
    '[1].smartJoin("a")',
    '(1.5).isEven()',
    '(1).toDateTime("weeks")',
    '({}).removeFieldsContaining("")',
    '$now.isBetween(1)',
  ])('%s complains', (code) => {
    expect(read(code)).toMatchObject({ kind: 'error' });
  });
});

it('shows every method', () => {
  const shown = JSON.stringify(CASES);
  expect([...EXTENSION_NAMES].filter((name) => !shown.includes(`.${name}(`))).toEqual([]);
});
