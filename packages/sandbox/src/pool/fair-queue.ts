/** What waits: whose it is, and whether it is known to take long. */
export interface Queued {
  readonly tenantId: string;
  readonly long: boolean;
}
interface Line<Job> {
  readonly tenantId: string;
  readonly long: boolean;
  readonly jobs: Job[];
}

/**
 * Waiting jobs, two lines for each tenant (one of those that are known to take long). The line of the tenant that used
 * least is served next, equal ones in turn: however long one tenant's line is, it is not in the way of another's.
 */
export class FairQueue<Job extends Queued> {
  private readonly lines = new Map<string, Line<Job>>();
  private readonly counts = new Map<string, number>();

  /** Jobs of one tenant that wait. */
  sizeOf(tenantId: string): number {
    return this.counts.get(tenantId) ?? 0;
  }

  add(job: Job): void {
    const { tenantId, long } = job;
    const key = keyOf(job);
    const line = this.lines.get(key);
    if (line) line.jobs.push(job);
    else this.lines.set(key, { tenantId, long, jobs: [job] });
    this.counts.set(tenantId, this.sizeOf(tenantId) + 1);
  }

  /** Takes a job out of its turn. @returns whether it was waiting */
  remove(job: Job): boolean {
    const line = this.lines.get(keyOf(job));
    const place = line?.jobs.indexOf(job) ?? -1;
    if (line === undefined || place < 0) return false;
    line.jobs.splice(place, 1);
    if (line.jobs.length === 0) this.lines.delete(keyOf(job));
    this.countDown(job.tenantId);
    return true;
  }

  /** Whether a job waits that `mayRun`. */
  some(mayRun: (line: Queued) => boolean): boolean {
    for (const line of this.lines.values()) if (mayRun(line)) return true;
    return false;
  }

  /** Takes the first job of the line that `mayRun` and whose tenant used least; that line goes to the end of the round. */
  take(mayRun: (line: Queued) => boolean, usageOf: (tenantId: string) => number): Job | undefined {
    let best: Line<Job> | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const line of this.lines.values()) {
      if (!mayRun(line)) continue;
      const usage = usageOf(line.tenantId);
      if (usage >= least) continue;
      best = line;
      least = usage;
    }
    const job = best?.jobs.shift();
    if (best === undefined || job === undefined) return undefined;
    // A Map keeps the order of insertion: putting the line in again moves it to the end.
    this.lines.delete(keyOf(best));
    if (best.jobs.length > 0) this.lines.set(keyOf(best), best);
    this.countDown(best.tenantId);
    return job;
  }

  /** Empties the queue. */
  drain(): Job[] {
    const all = [...this.lines.values()].flatMap((line) => line.jobs);
    this.lines.clear();
    this.counts.clear();
    return all;
  }

  private countDown(tenantId: string): void {
    const left = this.sizeOf(tenantId) - 1;
    if (left > 0) this.counts.set(tenantId, left);
    else this.counts.delete(tenantId);
  }
}

function keyOf({ tenantId, long }: Queued): string {
  return `${long ? 'long' : 'new'}:${tenantId}`;
}
