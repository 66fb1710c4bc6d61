import { expect, test } from 'vitest';
import type { JournalAppend } from './index.js';
import { chain, drive, node } from './test-run.js';

const answer = node('Answer', 'answer', 1, 1);

test('an answer is given once it is committed, before the rest of the run', async () => {
  const told: string[] = [];
  const journal = {
    append: async ({ events, commit }: JournalAppend) => {
      told.push(`${commit ? 'commit' : 'append'} ${events.map(({ t }) => t).join(' ')}`);
    },
  };
  const onResponse = () => told.push('answer');
  const document = chain([answer, node('After', 'pass', 2, 1)]);
  await drive(document, [], { onResponse }, { journal });
  expect(told).toEqual(['commit started ran ran', 'answer', 'commit ran finished']);
});

test('the answer of the last node goes with the end of the run, in one write', async () => {
  let commits = 0;
  const { view } = await drive(
    chain([answer]),
    [],
    { onResponse: () => expect(commits).toBe(1) },
    {
      journal: { append: async () => void commits++ },
    },
  );
  expect(view.response).toEqual({ status: 201, headers: {} });
});

test('the first answer stands, and is not given again when the run is taken up', async () => {
  let answers = 0;
  const onResponse = () => answers++;
  const document = chain([answer, node('Wait', 'wait', 2, 1), node('Answer again', 'answer', 3, 1)]);
  const first = await drive(document, [], { onResponse });
  expect(first.result.kind).toBe('waiting');
  await drive(document, first.events, {
    onResponse,
    events: [{ t: 'resumed', at: 60_000, resume: { kind: 'timer' } }],
  });
  expect(answers).toBe(1);
});
