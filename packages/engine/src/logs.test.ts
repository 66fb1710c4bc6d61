import { expect, test } from 'vitest';
import { buildPlan, readHistory } from './index.js';
import { logChars, withLogs } from './logs.js';
import { catalog, chain, drive, node } from './test-run.js';

test('what steps wrote down is told with the step', async () => {
  const say = (name: string, x: number, text: string) => node(name, 'say', x, 1, { parameters: { text } });
  const document = chain([say('One', 1, 'first'), node('Silent', 'noop', 2, 1), say('Two', 3, 'second')]);
  const { events } = await drive(document);
  const { logs } = readHistory(buildPlan(document, catalog), 'e', events);
  expect([...logs]).toEqual([
    [1, [{ level: 'info', text: 'first' }]],
    [3, [{ level: 'info', text: 'second' }]],
  ]);
});

test('a run keeps so much of it, and says once that there was more', () => {
  const lines = Array.from({ length: 100 }, () => ({ level: 'info' as const, text: 'x'.repeat(1_000) }));
  const event = { t: 'ran', at: 0, node: 'n', took: 0, outputs: [] } as const;
  let kept = 0;
  let last: unknown;
  for (let step = 0; step < 10; step++) {
    const { logs = [] } = withLogs(event, lines, kept) as { logs?: typeof lines };
    kept += logChars(logs);
    last = logs.at(-1) ?? last;
  }
  expect(kept).toBeLessThan(270_000);
  expect(last).toEqual({ level: 'warn', text: 'More output of this run was left out.' });
  expect(withLogs(event, lines, kept)).toBe(event);
  expect(withLogs(event, [], 0)).toBe(event);
});
