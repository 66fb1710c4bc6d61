import { DateTime } from 'luxon';
import { HostFunction, HostObject } from '../compile/host-values.js';
import type { Run } from '../compile/run.js';
import { toNumber, toText } from '../compile/values.js';
import { ExpressionFault } from '../fault.js';
import type { EvaluationScope } from '../scope.js';
import type { Global } from './global.js';
import { itemsOf, nodeReference } from './node-reference.js';

const fn = (name: string, call: HostFunction['call']) => new HostFunction(name, call);
const record = (fields: Readonly<Record<string, () => unknown>>) =>
  new HostObject(
    (name) => (Object.hasOwn(fields, name) ? (fields[name] as () => unknown)() : undefined),
    () => Object.keys(fields),
  );

/** Worked out once in an evaluation. */
function once(name: string, make: (scope: EvaluationScope, run: Run) => unknown): Global {
  return (run) => {
    if (run.known.has(name)) return run.known.get(name);
    const value = make(run.scope, run);
    run.known.set(name, value);
    return value;
  };
}

const current = (scope: EvaluationScope) => scope.items[scope.itemIndex];
const json: Global = (run) => current(run.scope)?.json;
const now = (scope: EvaluationScope) => DateTime.fromMillis(scope.now(), { zone: scope.timezone });

/** The value of a function that takes no arguments. */
function without<T>(args: readonly unknown[], name: string, value: T): T {
  if (args.length > 0) {
    throw new ExpressionFault(
      `$input.${name}() takes no arguments here; use $('Node').${name}(output, run).`,
      'expression.arguments',
    );
  }
  return value;
}

const input = once('$input', (scope) =>
  record({
    item: () => current(scope),
    params: () => scope.nodeByName(scope.source?.node ?? '')?.parameters,
    context: () => scope.contextOf?.(scope.source?.node ?? '') ?? {},
    first: () => fn('first', (args) => without(args, 'first', scope.items[0])),
    last: () => fn('last', (args) => without(args, 'last', scope.items.at(-1))),
    all: () => fn('all', () => scope.items),
  }),
);

/** `$node["Name"]`: what a node gave last, in the older way of writing. */
function nodeTable(scope: EvaluationScope, itemIndex: number): HostObject {
  return new HostObject((name) => {
    const known = scope.nodeByName(name);
    if (!known)
      throw new ExpressionFault(
        `There is no node '${name}' in this workflow. Was it renamed?`,
        'expression.no-such-node',
      );
    const runs = () => scope.runsOf(name);
    const item = () => {
      const last = runs().at(-1);
      if (!last) throw new ExpressionFault(`'${name}' hasn't run, so it has no items.`, 'expression.not-executed');
      const output = scope.source?.node === name ? scope.source.output : 0;
      return last.outputs[output]?.[itemIndex] ?? last.outputs[output]?.[0];
    };
    return record({
      json: () => item()?.json,
      data: () => item()?.json,
      binary: () => item()?.binary,
      context: () => scope.contextOf?.(name) ?? {},
      parameter: () => known.parameters,
      runIndex: () => Math.max(0, runs().length - 1),
    });
  });
}

function previous(scope: EvaluationScope): Record<string, unknown> {
  const { source } = scope;
  return { name: source?.node, outputIndex: source?.output ?? 0, runIndex: source?.run ?? 0 };
}

function execution(scope: EvaluationScope): HostObject {
  const { execution: of } = scope;
  return record({
    id: () => of.id,
    mode: () => of.mode,
    resumeUrl: () => of.resumeUrl,
    resumeFormUrl: () => of.resumeFormUrl,
    customData: () =>
      record({
        get: () =>
          fn('get', ([key]) => (Object.hasOwn(of.customData, String(key)) ? of.customData[String(key)] : undefined)),
        getAll: () => fn('getAll', () => ({ ...of.customData })),
        set: () => fn('set', () => refuseWrite('set')),
        setAll: () => fn('setAll', () => refuseWrite('setAll')),
      }),
  });
}

function refuseWrite(name: string): never {
  throw new ExpressionFault(
    `customData.${name}() changes the execution, which only a Code node can do.`,
    'expression.refused',
  );
}

const items: Global = (run) =>
  fn('$items', ([name, output, at], host) => {
    if (name === undefined) return run.scope.items;
    return itemsOf(run.scope, toText(name, host), [output ?? 0, at], host);
  });

const itemOf: Global = ({ scope }) =>
  fn('$item', ([index], host) => {
    const at = toNumber(index, host);
    return record({
      $json: () => scope.items[at]?.json,
      $binary: () => scope.items[at]?.binary,
      $data: () => scope.items[at]?.json,
      $node: () => nodeTable(scope, at),
      $itemIndex: () => at,
    });
  });

const field =
  (read: (scope: EvaluationScope) => unknown): Global =>
  (run) =>
    read(run.scope);

/** Globals that depend on what is being evaluated. */
export const SCOPE_GLOBALS: ReadonlyMap<string, Global> = new Map<string, Global>([
  ['$json', json],
  ['$data', json],
  ['$binary', field((scope) => current(scope)?.binary ?? {})],
  ['$input', input],
  ['$', (run) => fn('$', ([name], host) => nodeReference(run.scope, toText(name, host)))],
  ['$node', once('$node', (scope) => nodeTable(scope, scope.itemIndex))],
  ['$items', items],
  ['$item', itemOf],
  ['$self', field((scope) => scope.contextOf?.(scope.node.name) ?? {})],
  ['$parameter', field((scope) => scope.node.parameters)],
  ['$rawParameter', field((scope) => scope.node.parameters)],
  ['$prevNode', once('$prevNode', previous)],
  ['$runIndex', field((scope) => scope.runIndex)],
  ['$thisRunIndex', field((scope) => scope.runIndex)],
  ['$itemIndex', field((scope) => scope.itemIndex)],
  ['$thisItemIndex', field((scope) => scope.itemIndex)],
  ['$thisItem', field(current)],
  ['$mode', field((scope) => scope.mode)],
  ['$workflow', field(({ workflow: { id, name, active } }) => ({ id, name, active }))],
  ['$execution', once('$execution', execution)],
  ['$executionId', field((scope) => scope.execution.id)],
  ['$resumeWebhookUrl', field((scope) => scope.execution.resumeUrl)],
  ['$env', field((scope) => scope.env)],
  ['$vars', field((scope) => scope.vars)],
  ['$secrets', field(() => ({}))],
  ['$now', once('$now', now)],
  ['$today', once('$today', (scope) => now(scope).startOf('day'))],
  ['$nodeId', field((scope) => scope.node.id)],
  ['$nodeVersion', field((scope) => scope.node.version)],
  ['$webhookId', field((scope) => scope.node.webhookId)],
  ['$position', field((scope) => scope.node.position)],
  [
    '$getPairedItem',
    (run) => fn('$getPairedItem', ([name], host) => nodeReference(run.scope, toText(name, host)).read('item')),
  ],
]);
