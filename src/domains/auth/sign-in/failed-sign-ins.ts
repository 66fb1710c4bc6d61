import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { BackgroundAudit } from './background-audit.js';

/** Failures of one account are told one by one no more often than that; those in between are counted. */
const TOGETHER_MS = 10 * 60_000;
/** Networks that are named; there may be thousands. */
const NAMED = 5;

interface Failures {
  count: number;
  networks: Set<string>;
  timer: NodeJS.Timeout;
}

/**
 * Failed sign-ins of accounts that there are, told to the audit of their tenants: the first at once, those of the next
 * minutes together, so that a guesser can't fill an audit. Nothing is told of addresses that nobody has.
 */
@Injectable()
export class FailedSignIns implements OnModuleDestroy {
  private readonly open = new Map<string, Failures>();

  constructor(private readonly audit: BackgroundAudit) {}

  add(userId: string, network: string): void {
    const open = this.open.get(userId);
    if (open) {
      open.count++;
      if (open.networks.size < NAMED) open.networks.add(network);
      return;
    }
    this.tell(userId, 1, [network]);
    const timer = setTimeout(() => this.close(userId), TOGETHER_MS);
    timer.unref();
    this.open.set(userId, { count: 0, networks: new Set(), timer });
  }

  /** Tells of what was counted, before the audit in the background ends. */
  onModuleDestroy(): void {
    for (const userId of [...this.open.keys()]) this.close(userId);
  }

  private close(userId: string): void {
    const open = this.open.get(userId);
    if (!open) return;
    clearTimeout(open.timer);
    this.open.delete(userId);
    if (open.count > 0) this.tell(userId, open.count, [...open.networks]);
  }

  private tell(userId: string, count: number, from: readonly string[]): void {
    this.audit.ofUser(userId, undefined, {
      action: 'signIn.failed',
      target: { type: 'user', id: userId },
      after: { count, from },
    });
  }
}
