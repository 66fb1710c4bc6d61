import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server on loopback, for tests. */
export interface TestServer {
  port: number;
  url: string;
  close(): Promise<void>;
}

export function serve(listener: RequestListener): Promise<TestServer> {
  return listening(createServer(listener), 'http');
}

/** Serves TLS with a certificate for localhost and 127.0.0.1 of an authority of its own, in `caFile`. */
export async function serveTls(listener: RequestListener): Promise<TestServer & { caFile: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Test CA');
  openssl(
    ...['req', '-x509', ...key, '-keyout', file('key'), '-out', file('cert'), '-subj', '/CN=localhost'],
    ...['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
  );
  const server = createTlsServer({ key: readFileSync(file('key')), cert: readFileSync(file('cert')) }, listener);
  return { ...(await listening(server, 'https')), caFile: file('ca.pem') };
}

/** A proxy that connects every CONNECT to `target`, whatever was asked for, and notes what was asked. */
export async function serveProxy(target: { port: number }): Promise<TestServer & { asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '');
    const through = connect(target.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    through.on('error', () => socket.destroy());
    socket.on('error', () => through.destroy());
    socket.on('close', () => through.destroy());
  });
  return { ...(await listening(server, 'http')), asked };
}

async function listening(server: Server, scheme: string): Promise<TestServer> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
