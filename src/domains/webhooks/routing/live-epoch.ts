import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import type { AddressProof } from '../../executions/runs/address-proof.js';

/** Reads begin at most this often: calls in between share the next one. Bounds what certainty costs a busy server. */
const MIN_INTERVAL_MS = 1;
/**
 * A run that was not committed within this time has its address proven by a read, so that what changes later does not
 * matter to it. Nearly all are committed before, and cost no read.
 */
const PROVE_AFTER_MS = 10;

/**
 * Tells which addresses are in force: a number that every change of an address moves on in its own transaction. Each
 * caller gets a number that was read after it asked, so what is cached under that number was true when the call came
 * in, whichever instance changed it. Callers that ask at the same time share one read.
 */
@Injectable()
export class LiveEpoch {
  private next: Promise<string> | undefined;
  private lastRead = 0;
  private running: Promise<unknown> = Promise.resolve();
  private proofs: AddressProof[] = [];

  constructor(private readonly work: UnitOfWork) {}

  current(): Promise<string> {
    this.next ??= this.read();
    return this.next;
  }

  /** A proof for a call that has come in just now, of what is known of the addresses at a number. */
  proofOf(epoch: string): AddressProof {
    const proof = { epoch, proven: false };
    if (this.proofs.push(proof) === 1) setTimeout(() => void this.prove(), PROVE_AFTER_MS);
    return proof;
  }

  private async prove(): Promise<void> {
    const open = this.proofs.filter((proof) => !proof.proven);
    this.proofs = [];
    if (open.length === 0) return;
    // What can't be read now proves nothing; the commit asks again.
    const epoch = await this.current().catch(() => undefined);
    for (const proof of open) if (proof.epoch === epoch) proof.proven = true;
  }

  private async read(): Promise<string> {
    await this.running.catch(() => {});
    const early = this.lastRead + MIN_INTERVAL_MS - performance.now();
    if (early > 0) await sleep(early);
    // From here on the read is under way: who asks now gets the one after it.
    this.next = undefined;
    this.lastRead = performance.now();
    const read = this.work.engineStatement<{ epoch: string }>('epoch', 'select epoch::text from live_epoch', []);
    this.running = read;
    return (await read)[0]?.epoch ?? '';
  }
}
