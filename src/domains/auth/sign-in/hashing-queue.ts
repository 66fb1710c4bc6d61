/** Hashes at work at once: half of libuv's four threads, which files and the look-up of names need as well. */
const AT_ONCE = 2;
/** Those that wait, of one network and in all: some seconds of work, and little memory. */
const WAITING_OF_ONE = 60;
const WAITING = 240;

interface Waiting {
  start: () => void;
  refuse: (full: QueueFull) => void;
}

/** There is no room to wait: for this network, or for anybody. */
export class QueueFull extends Error {
  constructor(readonly scope: 'network' | 'server') {
    super(`no room to wait for a hash (${scope})`);
  }
}

/**
 * Does costly work a few at a time, networks in turn, so that whoever asks for much waits for themselves. When there is
 * no room left, the network with the longest line gives a place to one that has a shorter one.
 */
export class HashingQueue {
  private working = 0;
  private waiting = 0;
  private readonly lines = new Map<string, Waiting[]>();

  constructor(private readonly bounds = { atOnce: AT_ONCE, ofOne: WAITING_OF_ONE, inAll: WAITING }) {}

  /**
   * @param network who asks
   * @throws QueueFull when it can't even wait
   */
  async run<T>(network: string, work: () => Promise<T>): Promise<T> {
    if (this.working >= this.bounds.atOnce) await this.wait(network);
    else this.working++;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private wait(network: string): Promise<void> {
    const line = this.lines.get(network) ?? [];
    if (line.length >= this.bounds.ofOne) throw new QueueFull('network');
    if (this.waiting >= this.bounds.inAll && !this.makeRoom(line.length)) throw new QueueFull('server');
    this.lines.set(network, line);
    this.waiting++;
    return new Promise<void>((start, refuse) => line.push({ start, refuse }));
  }

  /** Sends the last of the longest line away if that line is longer than the one to be joined would become. */
  private makeRoom(length: number): boolean {
    const [network, longest] = [...this.lines].reduce((one, other) => (other[1].length > one[1].length ? other : one));
    if (longest.length <= length + 1) return false;
    longest.pop()?.refuse(new QueueFull('server'));
    this.waiting--;
    if (longest.length === 0) this.lines.delete(network);
    return true;
  }

  /** Hands the free place to the network whose turn it is; it goes to the end of the round. */
  private next(): void {
    const turn = this.lines.entries().next().value;
    if (!turn) {
      this.working--;
      return;
    }
    const [network, line] = turn;
    this.lines.delete(network);
    const first = line.shift();
    if (line.length > 0) this.lines.set(network, line);
    this.waiting--;
    first?.start();
  }
}
