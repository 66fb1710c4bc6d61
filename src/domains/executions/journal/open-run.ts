import {
  type JournalAppend,
  type Plan,
  type RunEvent,
  type RunMode,
  type RunState,
  type StateWrite,
} from '@orchestrator/engine';
import type { JsonObject } from '@orchestrator/workflow';
import type { AddressProof } from '../runs/address-proof.js';
import { runSummary } from '../runs/run-summary.js';
import type { JournalEntry, StatusChange, Telling } from './journal-entry.js';
import { canGoUnwritten, isKept, UNKEPT_GRACE_MS, type Unkept } from './kept-runs.js';

/** What the row of an execution says of it, from its creation. */
export interface RunIdentity {
  id: string;
  tenantId: string;
  workflowId: string;
  workflowVersion: number;
  mode: RunMode;
  parentId?: string;
  retryOf?: string;
  /** Somebody tries it: it does not count among those in earnest. */
  isTest?: boolean;
  /** Its workflow names another to be run when it fails. */
  hasErrorWorkflow?: boolean;
  /** How it must end for its workflow's settings not to keep it. */
  unkept?: Unkept;
  /** Set for a run that began by what was remembered of its address. */
  address?: AddressProof;
  /** Epoch milliseconds. */
  queuedAt: number;
}

/** Whether a failed run of this workflow has to be told of. */
export function hasErrorWorkflow({ document }: Plan): boolean {
  return document.settings.errorWorkflow !== undefined;
}

/** Events that leave the buffer together, and the place of the first in the journal. */
export interface BufferedEvents {
  seq: number;
  events: readonly RunEvent[];
}

/** A run that this process holds: what of its journal is written, and what waits to go along with the next commit. */
export class OpenRun {
  private buffered: RunEvent[] = [];
  /** Place in the journal of the first buffered event. */
  private start: number;
  private writtenBytes: number;

  constructor(
    readonly identity: RunIdentity,
    /** Number of the lease that this process holds. */
    readonly fence: number,
    /** Events that are in the database; 0 for a run that is not there yet. */
    written: number,
    private readonly state?: RunState,
  ) {
    this.start = written;
    this.writtenBytes = written > 0 ? (state?.itemBytes ?? 0) : 0;
  }

  /** Estimated bytes of the items that are not written yet. */
  get unwrittenBytes(): number {
    return (this.state?.itemBytes ?? 0) - this.writtenBytes;
  }

  /** Takes events in; those that are there already, by their place, change nothing. */
  take({ seq, events }: Pick<JournalAppend, 'seq' | 'events'>): void {
    const known = this.start + this.buffered.length - seq;
    if (known < 0) throw new Error(`the journal of execution ${this.identity.id} has a gap before event ${seq}`);
    if (known === 0) this.buffered.push(...events);
    else this.buffered.push(...events.slice(known));
  }

  get hasBuffered(): boolean {
    return this.buffered.length > 0;
  }

  private summary(): JsonObject | undefined {
    return this.state && runSummary(this.state);
  }

  /** A change of the row alone. */
  statusEntry(change: StatusChange, tell?: readonly Telling[]): JournalEntry {
    const { id, tenantId, workflowId } = this.identity;
    change.summary = this.summary();
    return { kind: 'append', id, tenantId, workflowId, fence: this.fence, seq: this.start, change, tell };
  }

  /** What is buffered, to be written: the run counts as written from here on. */
  takeBuffered(): BufferedEvents {
    const taken = { seq: this.start, events: this.buffered };
    this.buffered = [];
    this.start += taken.events.length;
    this.writtenBytes = this.state?.itemBytes ?? 0;
    return taken;
  }

  /**
   * Taken events as one entry to write; `undefined` when nothing of them has to be.
   * @param text of the events
   * @param chunk packs the text, or has done so
   */
  entryOf({ seq, events }: BufferedEvents, text: string, chunk: () => Buffer, leaseUntil: number) {
    const { id, tenantId, workflowId } = this.identity;
    const state = stateWrites(events);
    const change = statusAfter(events, leaseUntil);
    if (change) change.summary = this.summary();
    const tell = tellings(this.identity, change);
    if (change?.finishedAt !== undefined && !isKept(this.identity.unkept, change.status)) {
      if (seq === 0 && !tell?.length && canGoUnwritten(text)) {
        return state && ({ kind: 'state', id, tenantId, workflowId, state } satisfies JournalEntry);
      }
      change.removeAt = change.finishedAt + UNKEPT_GRACE_MS;
    }
    if (seq === 0) {
      return {
        kind: 'create',
        ...this.identity,
        fence: this.fence,
        change: change ?? { status: 'running', leaseUntil },
        chunk: chunk(),
        state,
        tell,
      } satisfies JournalEntry;
    }
    return {
      kind: 'append',
      id,
      tenantId,
      workflowId,
      fence: this.fence,
      seq,
      chunk: chunk(),
      change,
      state,
      tell,
    } satisfies JournalEntry;
  }
}

/** Who else has to know that a run has ended. */
function tellings(
  { id, parentId, hasErrorWorkflow }: RunIdentity,
  change: StatusChange | undefined,
): Telling[] | undefined {
  if (!change?.finishedAt) return undefined;
  const tell: Telling[] = [];
  if (parentId) tell.push({ type: 'execution.children_moved', executionId: parentId });
  if (change.status === 'error' && hasErrorWorkflow) tell.push({ type: 'execution.failed', executionId: id });
  return tell;
}

function stateWrites(events: readonly RunEvent[]): StateWrite[] | undefined {
  let writes: StateWrite[] | undefined;
  for (const event of events) {
    if ((event.t === 'ran' || event.t === 'suspended') && event.state) {
      writes ??= [];
      writes.push(...event.state);
    }
  }
  return writes;
}

/**
 * What the events make of the execution's row; `undefined` when they change nothing of it. A run that waits keeps its
 * lease until its holder lets go of it (`ExecutionJournal.letGo`): short waits are held in memory.
 */
function statusAfter(events: readonly RunEvent[], leaseUntil: number): StatusChange | undefined {
  const first = events[0];
  const startedAt = first?.t === 'started' ? first.at : undefined;
  const last = events.at(-1);
  switch (last?.t) {
    case 'finished':
      return { status: last.status, startedAt, finishedAt: last.at, error: last.error };
    case 'doubted':
      return { status: 'in_doubt', startedAt };
    default:
      return startedAt === undefined && !events.some((event) => event.t === 'resumed' || event.t === 'answered')
        ? undefined
        : { status: 'running', startedAt, leaseUntil };
  }
}
