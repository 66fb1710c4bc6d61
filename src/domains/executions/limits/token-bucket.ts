/** Lets so many calls a second through on average, and as many at once. One for each key; idle keys are forgotten. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(
    private readonly perSecond: number,
    /** Keys remembered at once; the one that came first is forgotten, and has a full bucket when it comes again. */
    private readonly maxKeys: number,
  ) {}

  /**
   * Takes one token.
   * @param now milliseconds, of any clock that does not go back
   * @returns milliseconds until there is one again; 0 when it was taken
   */
  take(key: string, now: number): number {
    let bucket = this.buckets.get(key);
    if (!bucket) {
      bucket = { tokens: this.perSecond, at: now };
      if (this.buckets.size >= this.maxKeys) this.buckets.delete(this.buckets.keys().next().value as string);
      this.buckets.set(key, bucket);
    }
    bucket.tokens = Math.min(this.perSecond, bucket.tokens + ((now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.perSecond) * 1000);
    bucket.tokens -= 1;
    return 0;
  }
}
