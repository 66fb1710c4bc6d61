import { describe, expect, test } from 'vitest';
import type { RunEvent } from './index.js';
import { chain, drive, items, node, TestClock } from './test-run.js';

const call = (name: string, at: number) =>
  node(name, 'wait', at, 1, { parameters: { until: 600_000, webhook: { method: 'GET' } } });
const document = chain([call('First', 1), node('Time', 'wait', 2, 1, { parameters: { until: 0 } }), call('Second', 3)]);
const called = (at: number): RunEvent => ({ t: 'resumed', at, resume: { kind: 'webhook', items: items({ n: 1 }) } });

describe('a wait for a call', () => {
  test('has a number, which waits for the time alone don’t change', async () => {
    const first = await drive(document);
    expect([first.result.kind, first.state.queue[0]?.node.name, first.state.callWaits]).toEqual([
      'waiting',
      'First',
      0,
    ]);
    const second = await drive(document, [...first.events, called(1)]);
    expect([second.state.queue[0]?.node.name, second.state.callWaits]).toEqual(['Second', 1]);
    const end = await drive(document, [...second.events, called(2)]);
    expect([end.view.status, end.state.callWaits]).toEqual(['success', 2]);
  });

  test('is over when its time is, and not before', async () => {
    const { events } = await drive(document);
    const early = await drive(document, events, {}, { clock: new TestClock(599_999) });
    expect([early.result.kind, early.state.queue[0]?.node.name]).toEqual(['waiting', 'First']);
    const due = await drive(document, events, {}, { clock: new TestClock(600_000) });
    expect(due.view.runs.First?.[0]?.status).toBe('success');
    expect(due.state.callWaits).toBeGreaterThan(0);
  });
});
