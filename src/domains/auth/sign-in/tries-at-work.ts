interface Key {
  count: number;
  waiting: (() => void)[];
}

/** Tries whose outcome is not known yet, by key. */
export class TriesAtWork {
  private readonly keys = new Map<string, Key>();

  /** @param most that may wait for those of one key */
  constructor(private readonly most: number) {}

  /** @returns what is to be called, once, when the try has ended */
  begin(key: string): () => void {
    const open = this.keys.get(key) ?? { count: 0, waiting: [] };
    open.count++;
    this.keys.set(key, open);
    return () => {
      open.count--;
      if (open.count === 0) this.keys.delete(key);
      for (const go of open.waiting.splice(0)) go();
    };
  }

  /** Waits until one of the key has ended; `false` at once when there is none, or too many wait already. */
  async settled(key: string): Promise<boolean> {
    const open = this.keys.get(key);
    if (!open || open.waiting.length >= this.most) return false;
    await new Promise<void>((go) => open.waiting.push(go));
    return true;
  }
}
