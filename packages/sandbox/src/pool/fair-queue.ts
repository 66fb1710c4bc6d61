/**
 * Waiting jobs, one line for each tenant, served in turn: however long one tenant's line is, another's first job waits
 * for one job of each of the others at most.
 */
export class FairQueue<Job> {
  private readonly lines = new Map<string, Job[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Jobs of one tenant that wait. */
  sizeOf(tenantId: string): number {
    return this.lines.get(tenantId)?.length ?? 0;
  }

  add(tenantId: string, job: Job): void {
    const line = this.lines.get(tenantId);
    if (line) line.push(job);
    else this.lines.set(tenantId, [job]);
    this.count++;
  }

  /** Takes the first job of the next tenant in turn that `mayRun`; that tenant goes to the end of the round. */
  take(mayRun: (tenantId: string) => boolean): { tenantId: string; job: Job } | undefined {
    for (const [tenantId, line] of this.lines) {
      if (!mayRun(tenantId)) continue;
      const job = line.shift() as Job;
      this.count--;
      // A Map keeps the order of insertion: putting the tenant in again moves it to the end.
      this.lines.delete(tenantId);
      if (line.length > 0) this.lines.set(tenantId, line);
      return { tenantId, job };
    }
    return undefined;
  }

  /** Empties the queue. */
  drain(): Job[] {
    const all = [...this.lines.values()].flat();
    this.lines.clear();
    this.count = 0;
    return all;
  }
}
