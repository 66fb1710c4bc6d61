import type { Item, PairedItem } from '@orchestrator/workflow';
import { ExpressionFault } from '../fault.js';
import { MAX_LINEAGE_HOPS, MAX_LINEAGE_PLACES } from '../limits.js';
import type { EvaluationScope, ScopeSource } from '../scope.js';

/** A place on the way back: an item that a node put out. */
interface Place {
  source: ScopeSource;
  item: number;
}

/**
 * The item of an earlier node that the item at hand came from, followed back through `pairedItem`.
 * @param index of the item in the current input
 * @throws ExpressionFault that names the node and what to do when none, or several, are at the other end
 */
export function pairedWith(scope: EvaluationScope, nodeName: string, index: number): Item {
  if (!scope.source) throw unrelated(scope, nodeName);
  const found = new Map<string, Place>();
  const seen = new Set<string>();
  const queue: Place[] = [{ source: scope.source, item: index }];
  for (let hops = 0; queue.length > 0; hops++) {
    if (hops > MAX_LINEAGE_HOPS) throw unrelated(scope, nodeName);
    const place = queue.pop() as Place;
    const key = `${place.source.run}:${place.source.output}:${place.item}:${place.source.node}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (place.source.node === nodeName) found.set(key, place);
    else {
      for (const each of before(scope, place)) queue.push(each);
      if (queue.length > MAX_LINEAGE_PLACES) throw unrelated(scope, nodeName);
    }
  }
  const places = [...found.values()];
  const item = places.length > 0 ? itemAt(scope, places[0] as Place) : undefined;
  if (!item) throw unrelated(scope, nodeName);
  if (places.length > 1) {
    throw new ExpressionFault(
      `This item was made from several items of '${nodeName}', so it isn't clear which one is meant. ` +
        `Use $('${nodeName}').first(), .last() or .all()[index] instead of .item.`,
      'expression.lineage-ambiguous',
    );
  }
  return item;
}

function itemAt(scope: EvaluationScope, { source, item }: Place): Item | undefined {
  return scope.runsOf(source.node)[source.run]?.outputs[source.output]?.[item];
}

/** The items that a place's item was made from, one node further back. */
function before(scope: EvaluationScope, place: Place): Place[] {
  const { node, run } = place.source;
  const item = itemAt(scope, place);
  const paired = item?.pairedItem;
  if (paired === undefined) return [];
  // More than can be followed; going through all of them would take long by itself.
  if (Array.isArray(paired) && paired.length > MAX_LINEAGE_PLACES) throw unrelated(scope, node);
  return (Array.isArray(paired) ? paired : [paired]).flatMap((each: PairedItem & { run?: number }) => {
    // An item may come from the input of an earlier run of the same node (a loop gives its items out batch by batch).
    const source = scope.runsOf(node)[each.run ?? run]?.sources[each.input ?? 0];
    return source ? [{ source, item: each.item }] : [];
  });
}

function unrelated(scope: EvaluationScope, nodeName: string): ExpressionFault {
  return new ExpressionFault(
    `There is no way back from this item of '${scope.node.name}' to an item of '${nodeName}'. ` +
      `Use $('${nodeName}').first(), .last() or .all() instead of .item, or let the node in between keep the link (pairedItem).`,
    'expression.lineage-missing',
  );
}
