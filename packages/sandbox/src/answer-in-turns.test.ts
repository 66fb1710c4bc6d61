import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerInTurns } from './answer-in-turns.js';
import { readJson } from './answers.js';

const filler = Array.from({ length: 3_000 }, (_, i) => ({ json: { text: `"${'x'.repeat(50)}\\`, i, list: [[], {}] } }));

it('reads what it would at once, for either shape of a long answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue()), fc.jsonValue(), async (some, logs) => {
      const items = [...some, ...filler, ...some];
      for (const values of [[{ value: items }], items.map((value) => ({ value }))]) {
        const text = JSON.stringify({ values, logs, customData: { a: ']}' } });
        expect(await answerInTurns(text)).toEqual(readJson(text));
      }
    }),
    { numRuns: 20 },
  );
});

it('takes no broken answer', async () => {
  const text = JSON.stringify({ values: [{ value: filler }], logs: [] });
  for (const broken of [
    text.slice(0, -1),
    text.slice(0, 200_000),
    `${text}]`,
    text.replace('},{', '}{'),
    `${text.slice(0, 150_000)}"`,
  ])
    await expect(answerInTurns(broken)).rejects.toThrow('could not be read');
});

it('lets others have their turn while it reads much', async () => {
  const text = JSON.stringify({ values: [{ value: Array.from({ length: 30 }, () => filler).flat() }] });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await answerInTurns(text);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});

it('keeps prototypes out of every piece', async () => {
  const hostile = JSON.stringify({ values: [{ value: filler }] }).replaceAll(
    '"i":',
    '"__proto__":{"a":1},"\\u005f_proto__":{"b":1},"i":',
  );
  const { values } = (await answerInTurns(hostile)) as unknown as { values: [{ value: { json: object }[] }] };
  for (const { json } of values[0].value)
    expect(Object.getPrototypeOf(json) === Object.prototype && !('a' in json)).toBe(true);
});
