import type { Logger } from 'pino';
import type { RunMark } from './infrastructure/crashes/run-mark.js';
import type { Server } from './server.js';
import { EXIT } from './supervision/exit-codes.js';

/** After a second signal, or when stopping takes longer, the process ends as it is; the next start recovers. */
const STOP_TIMEOUT_MS = 30_000;
/** Signals that come together are one: a service manager tells the supervisor and the server, and the one hands it on. */
const ONE_SIGNAL_MS = 1_000;
/**
 * Nothing in a process is to be relied on in which a fault went uncaught. What has not ended by then is cut off, and taken
 * up again by the next start.
 */
const CRASH_TIMEOUT_MS = 10_000;

/** Ends the process: in order when it is asked to, and in what order there can be after a fault that nothing caught. */
export class ProcessEnd {
  private server: Server | undefined;
  private asked = 0;
  private askedAt = 0;
  private faults = 0;

  /** @param mark says in the data folder that the process runs; missing where that can't be written to */
  constructor(
    private readonly log: Logger,
    private readonly mark: RunMark | undefined,
  ) {}

  listen(): void {
    process.on('SIGINT', (signal) => this.ask(signal)).on('SIGTERM', (signal) => this.ask(signal));
    // Of rejections that nothing handles as well: Node throws them.
    process.on('uncaughtException', (error, origin) => this.crash(error, origin));
  }

  /** Says which server there is to be stopped. One that was asked to stop while it started is stopped now. */
  serves(server: Server): void {
    this.server = server;
    if (this.asked > 0) this.stop();
  }

  /** The server could not be started. */
  notStarted(): never {
    this.mark?.clear();
    process.exit(EXIT.notStarted);
  }

  private ask(signal: NodeJS.Signals): void {
    const now = performance.now();
    if (this.asked > 0 && now - this.askedAt < ONE_SIGNAL_MS) return;
    this.askedAt = now;
    if (++this.asked > 1) this.exit(EXIT.cutOff);
    console.log(`${signal}: stopping`);
    this.stop();
  }

  private stop(): void {
    if (!this.server) return; // stops as soon as it has started
    setTimeout(() => this.exit(EXIT.cutOff), STOP_TIMEOUT_MS).unref();
    this.server.stop().then(
      () => this.exit(this.faults > 0 ? EXIT.crashed : EXIT.stopped),
      (error) => {
        console.error(error);
        this.exit(EXIT.cutOff);
      },
    );
  }

  private crash(error: unknown, origin: string): void {
    if (this.faults++ > 0) process.exit(EXIT.crashed);
    setTimeout(() => process.exit(EXIT.crashed), CRASH_TIMEOUT_MS);
    try {
      this.mark?.fault(error);
      this.log.fatal({ err: error, origin }, 'A fault was thrown that nothing caught. The server ends.');
    } finally {
      const end = () => process.exit(EXIT.crashed);
      if (this.server) this.server.stop().then(end, end);
      else end();
    }
  }

  /** Ends as it was asked to: the next start hears of no crash. */
  private exit(code: number): never {
    if (this.faults === 0) this.mark?.clear();
    process.exit(code);
  }
}
