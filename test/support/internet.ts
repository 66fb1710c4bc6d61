import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A call that reached one of the hosts. */
export interface ReceivedCall {
  host: string;
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
export type HostHandler = (call: ReceivedCall, answer: ServerResponse) => void;

/** The hosts of a test, behind a proxy: workflows call them by their real names, over TLS. */
export interface TestInternet {
  /** For EGRESS_PROXY. */
  proxyUrl: string;
  /** For EGRESS_CA_FILE. */
  caFile: string;
  calls: ReceivedCall[];
  close(): Promise<void>;
}

/** Opens the proxy and answers calls to the named hosts; any other host is refused. */
export async function openInternet(hosts: Record<string, HostHandler>): Promise<TestInternet> {
  const calls: ReceivedCall[] = [];
  const certificates = issue(Object.keys(hosts));
  const server = createTlsServer({ key: certificates.key, cert: certificates.cert }, async (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0] as string;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', `https://${host}`);
    const call = { host, method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(chunks) };
    calls.push(call);
    const handler = hosts[host];
    if (handler) handler(call, response);
    else response.writeHead(502).end();
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  const proxy = createServer((_request, response) => response.writeHead(405).end());
  proxy.on('connect', (request, socket: Socket) => {
    const host = (request.url ?? '').split(':')[0] as string;
    if (!hosts[host]) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(through).pipe(socket);
    });
    through.on('error', () => socket.destroy());
    socket.on('error', () => through.destroy());
    socket.on('close', () => through.destroy());
  });
  await listen(proxy);
  return {
    proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    caFile: certificates.caFile,
    calls,
    async close() {
      server.closeAllConnections();
      proxy.closeAllConnections();
      await Promise.all([server, proxy].map((each) => new Promise((done) => each.close(done))));
      rmSync(certificates.folder, { recursive: true, force: true });
    },
  };
}

/** A certificate for the hosts, of an authority of its own. */
function issue(hosts: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'internet-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Test authority');
  openssl(
    ...['req', '-x509', ...key, '-keyout', file('key'), '-out', file('cert'), '-subj', '/CN=test'],
    ...['-CA', file('ca.pem'), '-CAkey', file('ca.key')],
    ...['-addext', `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`],
    ...['-addext', 'basicConstraints=critical,CA:FALSE'],
  );
  return { folder, caFile: file('ca.pem'), key: readFileSync(file('key')), cert: readFileSync(file('cert')) };
}

function listen(server: { listen(port: number, host: string, done: () => void): unknown }): Promise<void> {
  return new Promise((done) => void server.listen(0, '127.0.0.1', done));
}
