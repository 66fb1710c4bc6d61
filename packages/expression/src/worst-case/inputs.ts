/**
 * Inputs on which methods take longest, for tests: each by its name, of about `size` characters or entries. Made from
 * bytes, so that no input is a rope which the first method that reads it would have to join.
 */
export function worstTexts(size: number): Record<string, string> {
  const of = (part: string) => {
    const text = part.repeat(Math.ceil(size / part.length)).slice(0, size);
    return Buffer.from(text, 'utf16le').toString('utf16le');
  };
  const longRun = Math.min(size, 4_000_000);
  return {
    plain: Buffer.from('a'.repeat(size)).toString('latin1'),
    capitals: of('A'),
    sharp: of('ß'),
    dotted: of('İ'),
    accented: of('ΐ'),
    marks: `a${of('\u0315\u0300\u05ae\u0334').slice(0, longRun - 1)}`,
    halfMarks: `a${of('\u0301\uff9e').slice(0, longRun - 1)}`,
    astral: of('😀'),
    ligature: of('\ufdfa'),
    syllables: of('한'),
    digits: Buffer.from('1234567'.repeat(Math.ceil(size / 7)).slice(0, size)).toString('latin1'),
    quotes: of('"'),
    controls: of('\u0001'),
    halves: of('\ud800'),
    percents: of('%E2%82%AC'),
    words: of('The a. '),
    letters: of('a '),
    dots: of('a.'),
    markdown: of('**a** '),
    tags: of('<'),
    brackets: of('!['),
    fences: of('~~~`'),
    lines: of('\n'),
    rules: of('- '),
    hashes: of('# '),
    addresses: of('a@a.'),
    pages: of('http://'),
    page: `http://${of('a-')}`,
    blanks: of(' '),
    escapes: `"${of('\\u00e9').slice(0, size - (size % 6))}"`,
    lists: `[${of('[],')}[]]`,
    records: `[${of('{"a":{}},')}`.replace(/,?[^,]*$/, ']'),
    names: `{${Array.from({ length: size / 10 }, (_, i) => `"k${i}":1`).join()}}`,
    zeros: `[${of('0,')}0]`,
    hidden: `[${of('{"__proto__":1},').slice(0, size - (size % 15))}1]`,
  };
}

/** Lists of about as many entries. */
export function worstLists(size: number): Record<string, unknown[]> {
  const of = (make: (i: number) => unknown, count = size) => Array.from({ length: count }, (_, i) => make(i));
  const long = 'x'.repeat(2_000);
  const large = Math.ceil(size / 1_000);
  return {
    numbers: of((i) => i),
    fractions: of((i) => i / 3),
    nothing: of(() => null),
    texts: of((i) => `k${i}`),
    sameTexts: of(() => 'same'),
    longTexts: of((i) => `${long}${i}`, large),
    colliding: of((i) => i * 2 ** 18),
    objects: of((i) => ({ a: i, b: `b${i}` })),
    sameObjects: of(() => ({ a: 1, b: 'b' })),
    empty: of(() => ({})),
    lists: of((i) => [i]),
    wide: of((i) => Object.fromEntries(of((j) => [`k${i}_${j}`, j], 1_000) as [string, unknown][]), large),
    deep: of(() => deep(200), Math.ceil(size / 200)),
    halves: of(() => '\ud800'.repeat(1_000), large),
  };
}

/** Records of about as many fields. */
export function worstRecords(size: number): Record<string, Record<string, unknown>> {
  const of = (make: (i: number) => [string, unknown], count = size) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)));
  return {
    wide: of((i) => [`k${i}`, i]),
    numbered: of((i) => [String(i * 7), i]),
    longNames: of((i) => [`${'n'.repeat(1_000)}${i}`, i], Math.ceil(size / 1_000)),
    texts: of((i) => [`k${i}`, 'ß"😀'.repeat(250)], Math.ceil(size / 1_000)),
    records: of((i) => [`k${i}`, { a: { b: i } }]),
    deep: deep(400) as Record<string, unknown>,
  };
}

function deep(depth: number): unknown {
  let value: unknown = { a: 1 };
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
}
