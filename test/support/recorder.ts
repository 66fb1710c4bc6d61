import { createServer, type Server, type Socket } from 'node:net';

/**
 * Somebody outside who writes down every byte that comes, as a server or as a proxy, and asks for a login with every
 * answer. `/bounce` sends callers on to `back`.
 */
export class Recorder {
  private readonly sockets = new Set<Socket>();
  private readonly heard: Buffer[] = [];
  private server!: Server;
  /** Where `/bounce` leads. */
  back = '';

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  /** Everything that was heard, byte for byte. */
  get text(): string {
    return Buffer.concat(this.heard).toString('latin1');
  }

  async listen(): Promise<this> {
    this.server = createServer((socket) => this.take(socket));
    await new Promise<void>((done) => this.server.listen(0, done));
    return this;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let pending = '';
    socket.on('data', (bytes: Buffer) => {
      this.heard.push(bytes);
      pending += bytes.toString('latin1');
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/^content-length: *(\d+)/im.exec(pending)?.[1] ?? 0);
      if (pending.length < end + 4 + length) return;
      const head = pending.slice(0, end);
      pending = '';
      if (head.startsWith('CONNECT ')) socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      else socket.end(this.answer(head.split(' ')[1] ?? ''));
    });
  }

  private answer(path: string): string {
    const status = path.startsWith('/bounce') ? '302 Found' : '401 Unauthorized';
    const challenge = 'Digest realm="r", nonce="n", qop="auth"';
    const fields = [
      path.startsWith('/bounce') ? `location: ${this.back}` : `www-authenticate: ${challenge}`,
      'content-type: application/json',
      'connection: close',
    ];
    return `HTTP/1.1 ${status}\r\n${fields.join('\r\n')}\r\ncontent-length: 2\r\n\r\n{}`;
  }
}
