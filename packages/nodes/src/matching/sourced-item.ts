import type { Item, PairedItem } from '@orchestrator/workflow';

/** An item that knows which input it came from, and where it stood there. */
export interface SourcedItem extends Item {
  pairedItem: PairedItem;
}
