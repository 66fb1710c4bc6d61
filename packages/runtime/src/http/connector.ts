import { request } from 'node:http';
import { connect as connectTcp, type LookupFunction, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { NodeFault } from '@orchestrator/node-sdk';
import { buildConnector } from 'undici';
import { bare, type EgressPolicy } from './egress-policy.js';
import { checkBehindProxy, checkLiteral, guardedLookup } from './guarded-lookup.js';

/** How long a connection may take to stand, TLS included. Longer waits are a firewall that drops packets. */
const CONNECT_TIMEOUT_MS = 30_000;

/** A proxy on the way. The operator's is trusted; one that a workflow names passes the address check. */
export interface ProxyHop {
  url: URL;
  trusted: boolean;
}

/**
 * Makes the connections of the HTTP client. Every connection, whatever led to it (first call, redirect, retry), passes
 * the address check here, so nothing above has to be trusted to ask for it. Proxies are crossed by CONNECT, in order.
 */
export function createConnector(
  policy: EgressPolicy,
  proxies: readonly ProxyHop[],
  tls: ConnectionOptions,
): buildConnector.connector {
  const lookup = guardedLookup(policy);
  // `lookup` is passed on to `net.connect`, which undici's types leave out.
  const base = { ...tls, lookup, allowH2: false, timeout: CONNECT_TIMEOUT_MS } as buildConnector.BuildOptions;
  const connect = buildConnector(base);
  return (options, callback) => {
    const fail = (error: unknown) => callback(error as Error, null);
    if (proxies.length === 0) {
      try {
        checkLiteral(policy, options.hostname);
      } catch (error) {
        return fail(error);
      }
      return connect(options, callback);
    }
    tunnel(policy, proxies, options, lookup).then(
      (socket) =>
        options.protocol === 'https:'
          ? connect({ ...options, httpSocket: socket }, callback)
          : callback(null, socket as Socket),
      fail,
    );
  };
}

/** A socket that reaches the target through all proxies. */
async function tunnel(
  policy: EgressPolicy,
  proxies: readonly ProxyHop[],
  target: buildConnector.Options,
  lookup: LookupFunction,
): Promise<Socket> {
  await checkBehindProxy(policy, target.hostname);
  let socket: Socket | undefined;
  for (const [index, { url, trusted }] of proxies.entries()) {
    if (!trusted && index > 0) await checkBehindProxy(policy, url.hostname);
    if (!trusted && index === 0) checkLiteral(policy, url.hostname);
    socket ??= await dial(url, trusted ? undefined : lookup);
    if (url.protocol === 'https:') socket = await secure(socket, url);
    const next = proxies[index + 1]?.url;
    const port = next ? portOf(next) : Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    socket = await askForTunnel(socket, url, `${next ? next.hostname : target.hostname}:${port}`);
  }
  return socket!;
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

function dial(url: URL, lookup: LookupFunction | undefined): Promise<Socket> {
  return settled(connectTcp({ host: bare(url.hostname), port: portOf(url), lookup }), 'connect', url);
}

function secure(socket: Socket, url: URL): Promise<Socket> {
  return settled(connectTls({ socket, servername: bare(url.hostname) }), 'secureConnect', url);
}

function settled(socket: Socket, event: 'connect' | 'secureConnect', proxy: URL): Promise<Socket> {
  return new Promise((done, fail) => {
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => socket.destroy(proxyFault(proxy, 'it did not answer in time')));
    socket.on('error', (error) => fail(error instanceof NodeFault ? error : proxyFault(proxy, error.message, error)));
    socket.once(event, () => {
      socket.setTimeout(0);
      done(socket);
    });
  });
}

function askForTunnel(socket: Socket, proxy: URL, authority: string): Promise<Socket> {
  return new Promise((done, fail) => {
    const headers: Record<string, string> = { host: authority };
    if (proxy.username !== '') {
      const login = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
      headers['proxy-authorization'] = `Basic ${Buffer.from(login).toString('base64')}`;
    }
    // No agent: with one, `createConnection` would be passed over and the request would find a way of its own.
    const ask = request({ createConnection: () => socket, method: 'CONNECT', path: authority, headers });
    ask.setTimeout(CONNECT_TIMEOUT_MS, () => ask.destroy(new Error('it did not answer in time')));
    ask.on('error', (error) => fail(proxyFault(proxy, error.message, error)));
    ask.once('response', (answer) => {
      socket.destroy();
      fail(proxyFault(proxy, `it answered ${answer.statusCode}`));
    });
    ask.once('connect', (answer, tunnelled, head) => {
      if (answer.statusCode !== 200) {
        tunnelled.destroy();
        return fail(proxyFault(proxy, `it answered ${answer.statusCode} when asked for ${authority}`));
      }
      ask.setTimeout(0);
      if (head.length > 0) tunnelled.unshift(head);
      done(tunnelled as Socket);
    });
    ask.end();
  });
}

function proxyFault(proxy: URL, why: string, cause?: unknown): NodeFault {
  return new NodeFault(`The proxy ${proxy.host} could not be used: ${why}`, { code: 'http.proxy', cause });
}
