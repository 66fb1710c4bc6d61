import type { Config } from '../../config/config.js';
import { type NamedHost, readHost } from './host-header.js';

/** What the host that a request names leads to. */
export interface Place {
  /** `app` is everything; `webhooks` is webhooks, forms and health, and nothing of the app or the API. */
  readonly serves: 'app' | 'webhooks';
  /** Slug of the tenant whose origin this is alone. What its workflows answer needs no confinement here. */
  readonly tenant?: string;
  /** Whether people reach it by https, as `PUBLIC_URL` or `WEBHOOK_URL` says. */
  readonly isSecure: boolean;
}

/** Everything, at an address or a name that the settings say no scheme of. */
const ELSEWHERE: Place = { serves: 'app', isSecure: false };
/** Hosts that are remembered at once; those who make them up make the server forget. */
const MAX_REMEMBERED = 1_000;

/**
 * The hosts that this server answers for. Any other is refused: a page of somebody else's host, whose name server says
 * that it is at this server's address (DNS rebinding), would be of one origin with what it reads here.
 */
export class KnownHosts {
  private readonly remembered = new Map<string, Place | undefined>();
  private readonly app: URL;
  private readonly isAppSecure: boolean;
  private readonly webhooks: Own | undefined;
  private readonly allowed: ReadonlySet<string>;

  /** @param appUrl where people reach the app */
  constructor({ PUBLIC_URL, WEBHOOK_URL, ALLOWED_HOSTS }: Config, appUrl: string) {
    this.app = new URL(appUrl);
    this.isAppSecure = PUBLIC_URL !== undefined && this.app.protocol === 'https:';
    this.webhooks = WEBHOOK_URL === undefined ? undefined : ownHost(new URL(WEBHOOK_URL), this.app);
    this.allowed = new Set(ALLOWED_HOSTS.map((name) => name.toLowerCase()));
  }

  /**
   * What a host leads to; `undefined` for one that this server does not answer for.
   * @param host as the request names it
   */
  placeOf(host: string): Place | undefined {
    if (this.remembered.has(host)) return this.remembered.get(host);
    const named = readHost(host);
    const place = named && this.find(named);
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(host, place);
    return place;
  }

  private find(host: NamedHost): Place | undefined {
    const webhooks = this.webhooks?.(host);
    if (webhooks) return webhooks;
    if (host.name === nameOf(this.app)) return { serves: 'app', isSecure: this.isAppSecure };
    // No name server has a say in these.
    if (host.isAddress || host.name === 'localhost' || host.name.endsWith('.localhost')) return ELSEWHERE;
    return this.allowed.has(host.name) ? ELSEWHERE : undefined;
  }
}

/** Says what a host is that belongs to webhooks; `undefined` for others. */
type Own = (host: NamedHost) => Place | undefined;

/** @returns nothing when webhooks share the app's host: those that differ in the scheme alone can't be told apart */
function ownHost(url: URL, app: URL): Own | undefined {
  const isSecure = url.protocol === 'https:';
  if (url.hostname.startsWith('*.')) {
    const below = url.hostname.slice('*'.length);
    return ({ name }) => {
      const tenant = name.endsWith(below) ? name.slice(0, -below.length) : '';
      return tenant === '' || tenant.includes('.') ? undefined : { serves: 'webhooks', tenant, isSecure };
    };
  }
  if (url.host === app.host) return undefined;
  const place: Place = { serves: 'webhooks', isSecure };
  const isByPort = nameOf(url) === nameOf(app);
  const ports = url.port === '' ? ['', isSecure ? '443' : '80'] : [url.port];
  return ({ name, port }) => (name === nameOf(url) && (!isByPort || ports.includes(port)) ? place : undefined);
}

const nameOf = ({ hostname }: { hostname: string }): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
