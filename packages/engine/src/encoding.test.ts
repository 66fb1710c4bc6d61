import type { Item } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { decodeEvents, encodeEvents, JournalFormatError, textOfEvents, textSteps } from './encoding.js';
import type { Outputs, RunEvent } from './events.js';

const large = (n: number) => ({ n, text: 'x'.repeat(500) });
const given: Item[] = [{ json: large(1) }, { json: large(2), binary: { file: { mimeType: 'text/plain' } } }];
const stamped = (items: readonly Item[]) => items.map((item, at) => ({ ...item, pairedItem: { item: at } }));
const ran = (node: string, outputs: Outputs): RunEvent => ({ t: 'ran', at: 1, node, took: 0, outputs });

const passedOn = stamped(given);
const [first, second] = passedOn as [Item, Item];
const branches: Outputs = [[second], [first]];
const own = [{ json: { ...large(1) }, pairedItem: { item: 0 } }];
const events: RunEvent[] = [
  { t: 'started', at: 0, mode: 'webhook', node: 'trigger', items: given },
  ran('trigger', [passedOn]),
  ran('if', branches),
  ran('behind', [stamped([second])]),
  ran('edit', [own]),
  ran('merge', [[{ json: first.json, pairedItem: [{ item: 0 }, { item: 0, input: 1 }] }]]),
  { t: 'finished', at: 2, status: 'success' },
];

it('fields that nodes pass on are written once, and are the same object again when they are read', () => {
  const bytes = encodeEvents(events);
  expect(decodeEvents(bytes)).toEqual(events);
  // Two items, an equal one that is another object, and one whose lineage is no single place.
  expect(new TextDecoder().decode(bytes).split('x'.repeat(500)).length - 1).toBe(4);
  const [started, trigger] = decodeEvents(bytes) as [
    Extract<RunEvent, { t: 'started' }>,
    Extract<RunEvent, { t: 'ran' }>,
  ];
  expect(trigger.outputs[0]?.[1]?.json).toBe(started.items?.[1]?.json);
});

it('the text that is made in steps says the same, in short steps for long lists', () => {
  const made = (list: readonly RunEvent[]) => {
    const steps = textSteps(list);
    let count = 1;
    for (let step = steps.next(); ; step = steps.next(), count++) if (step.done) return { text: step.value, count };
  };
  const read = (text: string) => decodeEvents(new TextEncoder().encode(text));
  const long: RunEvent[] = [
    { t: 'started', at: 0, mode: 'manual', node: 'trigger', items: Array(1_000).fill({ json: { a: 1 } }) },
    ran('list', [Array(1_000).fill({ json: { b: 2 } }), [], [{ json: {} }]]),
    { t: 'ran', at: 1, node: 'empty', took: 0, outputs: [], memory: { kept: [1] } },
  ] as RunEvent[];
  for (const list of [events, long, []]) {
    const { text } = made(list);
    expect(read(text)).toEqual(read(textOfEvents(list)));
  }
  expect(made(long).count).toBeGreaterThan(10);
});

it('events stay as they are while they are written', () => {
  const before = structuredClone(events);
  encodeEvents(events);
  expect(events).toEqual(before);
});

it('journals of the first version are read, and those of a newer one are not', () => {
  const text = (version: number, list: readonly RunEvent[]) =>
    new TextEncoder().encode(String.fromCharCode(version) + JSON.stringify(list));
  expect(decodeEvents(text(1, events))).toEqual(events);
  expect(() => decodeEvents(text(3, events))).toThrow(JournalFormatError);
});

it('a repeated item that names nothing is damage', () => {
  const broken = [events[0], { ...ran('if', []), outputs: [[{ of: [5, 0], pairedItem: { item: 0 } }]] }];
  const bytes = new TextEncoder().encode(`\u0002${JSON.stringify(broken)}`);
  expect(() => decodeEvents(bytes)).toThrow(JournalFormatError);
});
