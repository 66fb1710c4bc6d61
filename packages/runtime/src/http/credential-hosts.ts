/** Lets a credential go anywhere. */
const ANYWHERE = '*';
/** Lets a credential go nowhere: it checks callers, say, and never signs a request. */
const NOWHERE = 'none';

const PATTERN = /^(?:(https?):\/\/)?(\*\.)?(\[[0-9a-f:.]+\]|[^\s:/?#@[\]*]+)(?::(\d{1,5}|\*))?\/?$/i;

interface HostPattern {
  /** `undefined`: https, or for this machine's own names http too. */
  scheme?: string;
  /** A name in its ASCII form, or an address. */
  host: string;
  /** Names below `host`, in place of itself. */
  below: boolean;
  /** `undefined`: the port of the scheme, or for this machine's own names any. */
  port?: string;
}

/**
 * The normal form of a host pattern: `api.example.com`, `*.example.com` (names below it, not itself), with `:port` or `:*`
 * for another port than 443, with `http://` for an unencrypted service; `*` for any host, `none` for no host at all. Names
 * of this machine (`localhost`, `127.0.0.1`, `[::1]`) mean http and https, and every port, unless they say which.
 * @returns `undefined` for a text that is none
 */
export function hostPattern(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === ANYWHERE || trimmed === NOWHERE) return trimmed;
  const pattern = parsed(trimmed);
  return pattern && written(pattern);
}

/** The pattern that fits the origin of an address and nothing else, in its normal form. */
export function hostOf(url: URL): string {
  const host = bareName(url);
  const port = url.port === '' ? undefined : url.port;
  return written({ scheme: schemeOf(url), host, below: false, port });
}

/** Whether one of the patterns (in their normal form) fits an address. */
export function fitsHosts(url: URL, patterns: readonly string[]): boolean {
  return patterns.some((text) => {
    if (text === ANYWHERE) return true;
    if (text === NOWHERE) return false;
    const pattern = parsed(text);
    return pattern !== undefined && fits(url, pattern);
  });
}

function fits(url: URL, { scheme, host, below, port }: HostPattern): boolean {
  const name = bareName(url);
  if (below ? !name.endsWith(`.${host}`) : name !== host) return false;
  const own = scheme === undefined && isThisMachine(host);
  if (!own && schemeOf(url) !== (scheme ?? 'https')) return false;
  if (port === ANYWHERE) return true;
  return port === undefined ? own || url.port === '' : portOf(url) === port;
}

function parsed(text: string): HostPattern | undefined {
  const [, scheme, below, name = '', port] = PATTERN.exec(text) ?? [];
  const address = `https://${name}`;
  if (name === '' || !URL.canParse(address)) return undefined;
  const host = bareName(new URL(address));
  const isAddress = /^[\d.]+$|^\[/.test(host);
  // Below an address there is nothing, and below a top-level domain is everybody.
  if (below !== undefined && (isAddress || (!host.includes('.') && !isThisMachine(host)))) return undefined;
  if (port !== undefined && port !== ANYWHERE && Number(port) > 65_535) return undefined;
  return { scheme, host, below: below !== undefined, port: port === ANYWHERE ? port : port && String(Number(port)) };
}

function written({ scheme, host, below, port }: HostPattern): string {
  // Https goes without saying, but for this machine's own names, where http is meant too.
  const shown = scheme === 'http' || (scheme === 'https' && isThisMachine(host)) ? `${scheme}://` : '';
  const usual = scheme === 'http' ? '80' : '443';
  const named = port === undefined || (port === usual && (shown !== '' || !isThisMachine(host))) ? '' : `:${port}`;
  return `${shown}${below ? '*.' : ''}${host}${named}`;
}

const schemeOf = (url: URL) => url.protocol.slice(0, -1);
const portOf = (url: URL) => url.port || (url.protocol === 'http:' ? '80' : '443');
/** The name as it is compared: a dot at its end changes nothing but how it is looked up. */
const bareName = (url: URL) => url.hostname.replace(/\.$/, '');

/** Names and addresses that never leave this machine, so that nobody listens on the way. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);
}
