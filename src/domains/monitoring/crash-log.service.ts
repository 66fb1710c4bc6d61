import { Injectable, Logger } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { type Crash, leftMarks } from '../../infrastructure/crashes/run-mark.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { Metrics } from '../../infrastructure/observability/metrics.js';
import type { CrashesSeen } from './dto/system-health.js';

/** Crashes that are kept, the newest; how many there were in all is known beyond that. */
const KEPT = 1_000;

/** The crashes of every process of the installation: found by the next start, kept in the database, told to operators. */
@Injectable()
export class CrashLog {
  private readonly log = new Logger(CrashLog.name);

  constructor(
    private readonly work: UnitOfWork,
    { registry }: Metrics,
  ) {
    const seen = () => this.seen().catch(() => undefined); // without the database the last figures stay
    new Counter({
      name: 'orchestrator_crashes_total',
      help: 'Ends of servers of this installation that nobody had asked for',
      registers: [registry],
      async collect() {
        const total = (await seen())?.total;
        if (total === undefined) return;
        this.reset();
        this.inc(total);
      },
    });
    new Gauge({
      name: 'orchestrator_last_crash_timestamp_seconds',
      help: 'When a server of this installation crashed last; 0 when none has',
      registers: [registry],
      async collect() {
        const last = (await seen())?.last;
        if (last !== undefined) this.set(last === null ? 0 : Date.parse(last.at) / 1000);
      },
    });
  }

  /** Writes down what processes left in the data folder that did not end in order. */
  async take(dataFolder: string): Promise<void> {
    for (const { crash, forget } of leftMarks(dataFolder)) {
      const what = crash.message ?? 'it was killed, ran out of memory, or its machine went down';
      const { at: crashedAt, startedAt, host, stack } = crash;
      this.log.warn({ msg: `The server before this one crashed: ${what}`, crashedAt, startedAt, host, stack });
      await this.add(crash);
      forget();
    }
  }

  /** How many there were, and the last one. */
  seen(): Promise<CrashesSeen> {
    return this.work.asEngine(async (tx) => {
      const [last]: { n: number; at: Date; startedAt: Date; host: string; message: string | null }[] = await tx.query(
        'select n, at, started_at as "startedAt", host, message from server_crashes order by n desc limit 1',
      );
      if (!last) return { total: 0, last: null };
      const { n, at, startedAt, host, message } = last;
      return { total: n, last: { at: at.toISOString(), startedAt: startedAt.toISOString(), host, message } };
    });
  }

  private add({ at, startedAt, host, message, stack }: Crash): Promise<void> {
    return this.work.asEngine(async (tx) => {
      const [row]: { n: number }[] = await tx.query(
        'insert into server_crashes (at, started_at, host, message, stack) values ($1, $2, $3, $4, $5) returning n',
        [at, startedAt, host, message, stack],
      );
      await tx.query('delete from server_crashes where n <= $1', [(row?.n ?? 0) - KEPT]);
    });
  }
}
