import type { Item, PairedItem } from '@orchestrator/workflow';
import type { ChildLinks, Source } from './ports.js';
import { type RunState, runsOf } from './run-state.js';
import { lastItems } from './run-view.js';

/**
 * What a sub-workflow gives to the step that called it: the items that its last node put out, each with the place of the
 * item that was handed over and that it came from. An item that was made of several leads back to the first of them; one
 * that leads back to none has no place.
 */
export function childItems(state: RunState, links?: ChildLinks): readonly Item[] {
  const name = state.lastNode;
  const start = state.started && state.plan.byId.get(state.started.node)?.name;
  if (name === undefined || start === undefined) return [];
  const ways = new Ways(state, start, links === 'firstOutputs');
  const source: Source = { node: name, output: 0, run: runsOf(state, name).length - 1 };
  return lastItems(state).map(({ pairedItem: _, ...item }, at) => {
    const from = ways.from(source, at);
    return from === undefined ? item : { ...item, pairedItem: { item: from } };
  });
}

/** An item that a node put out, on the way back from another. */
interface Place {
  source: Source;
  item: number;
  /** The place that led here; none for the item asked for. */
  before?: Place;
}

/** Ways back through a run. Each place is gone through once, however many items lead through it. */
class Ways {
  /** By place: the item at the other end, `undefined` where no way leads there. */
  private readonly ends = new Map<string, number | undefined>();

  constructor(
    private readonly state: RunState,
    private readonly start: string,
    private readonly firstOutputs: boolean,
  ) {}

  /** The place of the item that was handed over; `undefined` when no way leads there. */
  from(source: Source, item: number): number | undefined {
    // Depth first without recursion: lineage may be as long as the run.
    const open: Place[] = [{ source, item }];
    for (let place = open.pop(); place; place = open.pop()) {
      const key = keyOf(place);
      const end = this.isHandedOver(place) ? place.item : this.ends.get(key);
      if (end !== undefined) {
        for (let each: Place | undefined = place; each; each = each.before) this.ends.set(keyOf(each), end);
        return end;
      }
      if (this.ends.has(key)) continue;
      this.ends.set(key, undefined);
      open.push(...this.before(place).reverse());
    }
    return undefined;
  }

  /** A node may name places that there are none at. */
  private isHandedOver({ source, item }: Place): boolean {
    return source.node === this.start && item < (this.state.started?.items?.length ?? 0);
  }

  private before(before: Place): Place[] {
    const runs = runsOf(this.state, before.source.node);
    const { run, output } = before.source;
    const paired = runs[run]?.outputs[output]?.[before.item]?.pairedItem;
    if (paired === undefined) return [];
    return (Array.isArray(paired) ? paired : [paired]).flatMap((each: PairedItem) => {
      const source = runs[each.run ?? run]?.sources[each.input ?? 0];
      if (!source) return [];
      return [{ source: this.firstOutputs ? { ...source, output: 0 } : source, item: each.item, before }];
    });
  }
}

const keyOf = ({ source, item }: Place) => `${source.run}:${source.output}:${item}:${source.node}`;
