import type { Item } from '@orchestrator/workflow';
import { type CallHost, HostFunction, HostObject } from '../compile/host-values.js';
import { toNumber } from '../compile/values.js';
import { ExpressionFault } from '../fault.js';
import type { EvaluationScope } from '../scope.js';
import { itemObject } from './items.js';
import { pairedWith } from './lineage.js';
import { parametersObject } from './parameters.js';

/** Nanoseconds for an item of a list that is handed out. */
const COPIED = 25;

const NAMES = ['item', 'pairedItem', 'itemMatching', 'first', 'last', 'all', 'params', 'context', 'isExecuted'];

/** What `$('Node')` gives: the items of an earlier node, and facts about it. @throws ExpressionFault for no such node */
export function nodeReference(scope: EvaluationScope, name: string): HostObject {
  if (name === '') return new HostObject(() => undefined);
  const known = scope.nodeByName(name);
  if (!known) {
    throw new ExpressionFault(
      `There is no node '${name}' in this workflow. Was it renamed?`,
      'expression.no-such-node',
    );
  }
  const fn = (label: string, call: HostFunction['call']) => new HostFunction(label, call);
  const read = (field: string): unknown => {
    switch (field) {
      case 'isExecuted':
        return scope.runsOf(name).length > 0;
      case 'params':
        return parametersObject(known.parameters);
      case 'context':
        return scope.contextOf?.(name) ?? {};
      case 'item':
        return itemObject(paired(scope, name, scope.itemIndex));
      case 'pairedItem':
      case 'itemMatching':
        return fn(field, ([index], host) =>
          itemObject(paired(scope, name, index === undefined ? scope.itemIndex : toNumber(index, host))),
        );
      case 'first':
        return fn(field, (args, host) => itemObject(itemsOf(scope, name, args, host)[0]));
      case 'last':
        return fn(field, (args, host) => itemObject(itemsOf(scope, name, args, host).at(-1)));
      case 'all':
        return fn(field, (args, host) => {
          const items = itemsOf(scope, name, args, host);
          host.charge(items.length * 8);
          host.spend(items.length * COPIED);
          return items.map(itemObject);
        });
      default:
        return undefined;
    }
  };
  return new HostObject(read, () => NAMES);
}

function paired(scope: EvaluationScope, name: string, index: number): Item {
  requireExecuted(scope, name);
  return pairedWith(scope, name, index);
}

/** Items of one output of one run; of the output that leads here, and the last run, when they are not named. */
export function itemsOf(
  scope: EvaluationScope,
  name: string,
  [output, run]: readonly unknown[],
  host: CallHost,
): readonly Item[] {
  requireExecuted(scope, name);
  const runs = scope.runsOf(name);
  const at = run === undefined ? runs.length - 1 : toNumber(run, host);
  const found = runs[at < 0 ? runs.length + at : at];
  if (!found)
    throw new ExpressionFault(`'${name}' ran ${runs.length} times; there is no run ${at}.`, 'expression.no-such-run');
  const port = output === undefined ? outputTowards(scope, name) : toNumber(output, host);
  const items = found.outputs[port];
  if (!items && output !== undefined && port !== 0) {
    throw new ExpressionFault(`'${name}' has no output ${port}.`, 'expression.no-such-output');
  }
  return items ?? [];
}

function outputTowards(scope: EvaluationScope, name: string): number {
  return scope.source?.node === name ? scope.source.output : 0;
}

function requireExecuted(scope: EvaluationScope, name: string): void {
  if (scope.runsOf(name).length > 0) return;
  throw new ExpressionFault(
    `'${name}' hasn't run, so it has no items. Ask $('${name}').isExecuted first, or run the nodes before this one.`,
    'expression.not-executed',
  );
}
