import { Drive } from './drive.js';
import type { DriveOptions, DriveResult, ExecutorPorts } from './drive-options.js';
import { LeaseLostError } from './journal.js';

/** Drives runs: performs what `decide` says and writes down what happened. One executor serves any number of runs. */
export class Executor {
  constructor(private readonly ports: ExecutorPorts) {}

  /**
   * Drives a run until it ends or has to wait. A run of pure steps is written with one append, at its end. Rejects when
   * the journal can't be written for another reason than a lost lease; the run can then be taken up from its journal.
   */
  async drive(options: DriveOptions): Promise<DriveResult> {
    const drive = new Drive(this.ports, options);
    try {
      return await drive.toEnd();
    } catch (error) {
      if (error instanceof LeaseLostError) return { kind: 'leaseLost' };
      throw error;
    } finally {
      drive.close();
    }
  }
}
