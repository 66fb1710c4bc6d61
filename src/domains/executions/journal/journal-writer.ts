import { Injectable } from '@nestjs/common';
import { LeaseLostError } from '@orchestrator/engine';
import { DomainEvents } from '../../../infrastructure/database/domain-events.js';
import { GroupCommit } from '../../../infrastructure/database/group-commit.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { TenantUsage } from '../limits/tenant-usage.js';
import { AddressesMovedError } from '../runs/address-proof.js';
import { insertExecutions } from './create-statement.js';
import type { CreateEntry, JournalEntry } from './journal-entry.js';
import { insertChunks, type OwnedStateWrite, updateExecutions, writeState } from './journal-statements.js';

/** Enough for a few milliseconds of a busy server; more only lengthens the statement. */
const MAX_ENTRIES = 400;
const MAX_BYTES = 8 * 1024 * 1024;
/** The database makes several commits durable with one write to the disk, so that a slow one does not hold all up. */
const MAX_IN_FLIGHT = 4;
/** What an entry weighs beside its chunk. */
const ROW_BYTES = 256;

/**
 * The one way into the executions' tables for the engine: what many runs append is committed together, a few statements
 * a group. Resolves once committed; rejects with `LeaseLostError` when another holds the run by now, and with
 * `AddressesMovedError` when the run began by what was remembered of an address, and that is not true any more.
 */
@Injectable()
export class JournalWriter {
  private readonly commit = new GroupCommit<JournalEntry>((entries) => this.flush(entries), {
    maxEntries: MAX_ENTRIES,
    maxBytes: MAX_BYTES,
    maxInFlight: MAX_IN_FLIGHT,
    isRefusal,
  });

  constructor(
    private readonly work: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly usage: TenantUsage,
  ) {}

  write(entry: JournalEntry): Promise<void> {
    return this.commit.add(entry, (chunkOf(entry)?.length ?? 0) + ROW_BYTES);
  }

  drained(): Promise<void> {
    return this.commit.drained();
  }

  private flush(entries: readonly JournalEntry[]): Promise<(Error | undefined)[]> {
    if (entries.every(standsAlone)) return this.createAlone(entries);
    const creates = entries.filter((entry) => entry.kind === 'create');
    const appends = entries.filter((entry) => entry.kind === 'append');
    return this.work.asEngine(async (tx) => {
      const lost =
        creates.length > 0 ? await insertExecutions((_name, text, values) => tx.query(text, values), creates) : NONE;
      const held = appends.length > 0 ? await updateExecutions(tx, appends) : NONE;
      const chunks = appends.filter((entry) => entry.chunk && held.has(entry.id));
      if (chunks.length > 0) await insertChunks(tx, chunks);
      const accepted = entries.filter(
        ({ kind, id }) => kind === 'state' || (kind === 'create' ? !lost.has(id) : held.has(id)),
      );
      await writeState(tx, accepted.flatMap(ownedWrites));
      for (const entry of accepted) {
        const { tenantId } = entry;
        const { tell = [] } = entry.kind === 'state' ? {} : entry;
        for (const { type, executionId } of tell)
          await this.events.emit(tx, { type, tenantId, payload: { executionId } });
      }
      this.work.afterCommit(tx, () => this.count(accepted));
      return entries.map((entry) =>
        entry.kind === 'append' && !held.has(entry.id) ? new LeaseLostError(entry.id) : lostCreate(entry, lost),
      );
    });
  }

  /** The common case by itself: whole new runs, written with one statement. */
  private async createAlone(entries: readonly CreateEntry[]): Promise<(Error | undefined)[]> {
    const lost = await insertExecutions(this.work.engineStatement, entries);
    this.count(lost.size === 0 ? entries : entries.filter(({ id }) => !lost.has(id)));
    return entries.map((entry) => lostCreate(entry, lost));
  }

  private count(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      const chunk = chunkOf(entry);
      if (chunk) this.usage.add(entry.tenantId, chunk.length);
    }
  }
}

/** Values that the database can't hold, broken constraints, bounds of a row: SQLSTATE classes 22, 23, 54, and what a trigger raises. */
function isRefusal(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return /^(22|23|54|P0)/.test(driverError?.code ?? code ?? '');
}

/** Whether all there is to write of an entry is a new row and its chunk. */
function standsAlone(entry: JournalEntry): entry is CreateEntry {
  return entry.kind === 'create' && !entry.state?.length && !entry.tell?.length;
}

/** Why a new run was not written: its address has moved, or it is there already and so is somebody else's. */
function lostCreate(entry: JournalEntry, lost: ReadonlySet<string>): Error | undefined {
  if (entry.kind !== 'create') return undefined;
  const { address } = entry;
  if (!lost.has(entry.id)) {
    if (address) address.proven = true;
    return undefined;
  }
  if (address) return new AddressesMovedError();
  // A child that two parents' drives started. One that is queued is left to whoever claims it.
  return entry.fence > 0 ? new LeaseLostError(entry.id) : undefined;
}

const chunkOf = (entry: JournalEntry): Buffer | undefined => (entry.kind === 'state' ? undefined : entry.chunk);

const NONE: ReadonlySet<string> = new Set();

function ownedWrites({ tenantId, workflowId, state = [] }: JournalEntry): OwnedStateWrite[] {
  return state.map((write) => ({ tenantId, workflowId, write }));
}
