import { readFileSync } from 'node:fs';
import { type ConnectionOptions, getCACertificates } from 'node:tls';
import { type HttpRequest, NodeFault } from '@orchestrator/node-sdk';
import { Agent, type Dispatcher } from 'undici';
import { createConnector, type ProxyHop } from './connector.js';
import { createEgressPolicy } from './egress-policy.js';

/** Connections to one origin at once. More would only serve to flood it; further calls wait for a free one. */
const MAX_CONNECTIONS_PER_ORIGIN = 128;
/** A server that sends nothing for this long in the middle of an answer has gone. */
const BODY_IDLE_MS = 300_000;

/** The connections of the client: one pool for plain calls, one of its own for a call that is not like others. */
export interface Dispatchers {
  for(request: HttpRequest): { dispatcher: Dispatcher; release(): void };
  close(): Promise<void>;
}

/** Opens the pools. Throws when the allow-list, the proxy or the file of certificates can't be used. */
export function openDispatchers(options: {
  egressAllow?: readonly string[];
  egressProxy?: string;
  egressCaFile?: string;
}): Dispatchers {
  const policy = createEgressPolicy(options.egressAllow ?? []);
  const operator: ProxyHop[] = options.egressProxy ? [{ url: proxyUrl(options.egressProxy), trusted: true }] : [];
  const authorities = options.egressCaFile
    ? [...getCACertificates('default'), readFileSync(options.egressCaFile, 'utf8')]
    : undefined;
  const open = (proxies: readonly ProxyHop[], tls: ConnectionOptions) =>
    new Agent({
      connect: createConnector(policy, proxies, { ca: authorities, ...tls }),
      connections: MAX_CONNECTIONS_PER_ORIGIN,
      bodyTimeout: BODY_IDLE_MS,
      headersTimeout: 0, // the request's own timeout covers it
      allowH2: false,
    });
  const plain = open(operator, {});
  return {
    for(request) {
      const { insecure, proxy, clientCertificate: own } = request;
      if (!insecure && !proxy && !own) return { dispatcher: plain, release: () => undefined };
      const named: ProxyHop[] = proxy ? [{ url: proxyUrl(proxy), trusted: false }] : [];
      const tls: ConnectionOptions = own ? { cert: own.cert, key: own.key, passphrase: own.passphrase } : {};
      if (own?.ca) tls.ca = [...(authorities ?? getCACertificates('default')), own.ca];
      if (insecure) tls.rejectUnauthorized = false;
      const agent = open([...operator, ...named], tls);
      return { dispatcher: agent, release: () => void agent.destroy().catch(() => undefined) };
    },
    close: () => plain.destroy(),
  };
}

function proxyUrl(text: string): URL {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new NodeFault(`"${text}" is not the address of a proxy, such as http://proxy.example.com:3128`, {
    code: 'http.proxy',
    retryable: false,
  });
}
