import type { WorkflowNode } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { drive, edge, node, order, workflow } from './test-run.js';

describe('order', () => {
  const nodes = [
    node('Low', 'pass', 1, 9),
    node('High', 'pass', 1, 1),
    node('Low next', 'pass', 2, 9),
    node('High next', 'pass', 2, 1),
  ];
  const edges = [edge('Start', 'Low'), edge('Start', 'High'), edge('Low', 'Low next'), edge('High', 'High next')];
  test('v1 finishes the topmost branch first', async () => {
    expect(order((await drive(workflow(nodes, edges))).view)).toBe('Start High High next Low Low next');
  });
  test('v0 goes breadth first, in the order of the edges', async () => {
    expect(order((await drive(workflow(nodes, edges, { executionOrder: 'v0' }))).view)).toBe(
      'Start Low High Low next High next',
    );
  });
  test('a node with two inputs waits for both, and is released with what it has', async () => {
    const join = [node('A', 'pass', 1, 1), node('B', 'pass', 1, 2), node('Join', 'join', 2, 1)];
    const both = await drive(
      workflow(join, [edge('Start', 'A'), edge('Start', 'B'), edge('A', 'Join'), edge('B', 'Join', 0, 1)]),
    );
    expect(order(both.view)).toBe('Start A B Join');
    const one = await drive(workflow(join, [edge('Start', 'A'), edge('A', 'Join'), edge('B', 'Join', 0, 1)]));
    expect(one.view.runs.Join?.[0]?.outputs[0]).toHaveLength(3);
  });
});

describe('node settings', () => {
  const one = async (more: Partial<WorkflowNode>, type = 'pass') =>
    drive(workflow([node('A', type, 1, 1, more), node('B', 'pass', 2, 1)], [edge('Start', 'A'), edge('A', 'B')]));
  test('disabled passes the items on', async () => {
    expect((await one({ disabled: true }, 'fail')).view.runs.B?.[0]?.outputs[0]).toHaveLength(3);
  });
  test('executeOnce takes the first item only', async () => {
    expect((await one({ executeOnce: true })).view.runs.B?.[0]?.outputs[0]).toHaveLength(1);
  });
  test('a failure stops the run, or goes on, or goes to the error output', async () => {
    expect((await one({}, 'fail')).view).toMatchObject({ status: 'error', error: { message: 'no' } });
    expect((await one({ onError: 'continue' }, 'fail')).view.runs.B?.[0]?.outputs[0]).toHaveLength(3);
    const { view } = await one({ onError: 'errorOutput' }, 'fail');
    expect(view.runs.A?.[0]?.outputs.map((items) => items.length)).toEqual([0, 3]);
    expect(view.runs.A?.[0]?.outputs[1]?.[0]?.json).toEqual({ n: 1, error: 'no' });
  });
  test('a failure is tried again as often as the policy says', async () => {
    const retry = { maxTries: 3, waitMs: 10 };
    expect((await one({ retry, parameters: { until: 2 } }, 'fail')).view.status).toBe('success');
    expect((await one({ retry, parameters: { until: 3 } }, 'fail')).view.status).toBe('error');
  });
});

describe('an external step', () => {
  const document = workflow(
    [node('Send', 'send', 1, 1), node('After', 'pass', 2, 1)],
    [edge('Start', 'Send'), edge('Send', 'After')],
  );
  test('with an intent and no result is in doubt, until a person answers', async () => {
    const { events } = await drive(document);
    const prefix = events.slice(0, events.findIndex((event) => event.t === 'began') + 1);
    const stopped = await drive(document, prefix);
    expect(stopped.result).toEqual({ kind: 'inDoubt' });
    expect(stopped.view.status).toBe('in_doubt');
    expect(stopped.runner.sent).toEqual([]);
    const again = await drive(document, stopped.events, {
      events: [{ t: 'answered', at: 1, answer: { kind: 'again' } }],
    });
    expect(again.view.status).toBe('success');
    expect(again.runner.sent).toHaveLength(1);
  });
});

test('a long wait ends the drive and is taken up from the journal', async () => {
  const document = workflow(
    [node('Wait', 'wait', 1, 1), node('After', 'pass', 2, 1)],
    [edge('Start', 'Wait'), edge('Wait', 'After')],
  );
  const first = await drive(document);
  expect(first.result).toMatchObject({ kind: 'waiting', suspension: { until: 60_000 } });
  const second = await drive(document, first.events, {
    events: [{ t: 'resumed', at: 60_000, resume: { kind: 'timer' } }],
  });
  expect(order(second.view)).toBe('Start Wait After');
  expect(second.view.status).toBe('success');
});

test('a run can be cancelled before it begins', async () => {
  const { view } = await drive(workflow([], []), [], { cancel: AbortSignal.abort() });
  expect(view.status).toBe('cancelled');
});
