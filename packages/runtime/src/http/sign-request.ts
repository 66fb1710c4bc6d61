import {
  type CredentialDefinition,
  type HttpRequest,
  type HttpResponse,
  NodeFault,
  prepareParameters,
} from '@orchestrator/node-sdk';
import { isExpression, type JsonObject } from '@orchestrator/workflow';
import { fitsHosts, hostOf } from './credential-hosts.js';
import type { HopSigner, SendHop } from './hop-signer.js';
import { addedHeaderTexts, holdsSecret, secretTexts, strikingOut } from './secret-texts.js';
import { carriesSecret, proxyReads, unknownType, wrongHost } from './signing-faults.js';
import { TokenCache } from './token-cache.js';

/** What is left of a large JSON answer that repeats a secret: too little to hold the process up. Characters. */
const SHOWN_OF_JSON = 64 * 1024;

/** A credential as it is used for one request. */
export interface UsedCredential {
  tenantId: string;
  type: string;
  id: string;
  /** What people call it. */
  name: string;
  /** Its fields in plain text, expressions in them evaluated. */
  data: JsonObject;
  /** The same as they are stored: what an item says must not widen where secrets go. */
  stored: JsonObject;
  /** Where it may be sent (`hostPattern`). Empty: not settled yet, the first use decides. */
  allowedHosts: readonly string[];
  /** Makes a host the only one of a credential that has none. @returns the hosts that are in force now */
  claimHost(host: string): Promise<readonly string[]>;
  /** Is told what a service's answer shows of it. Must not wait or throw. */
  answered?(answer: CredentialAnswer): void;
}

/** What the answer to a signed call shows: that the credential is taken, or that it is refused. */
export interface CredentialAnswer {
  ok: boolean;
  /** Who answered. */
  host: string;
  status: number;
  /** Why no call could be signed with it. */
  reason?: string;
}

/**
 * Makes the function that makes the signer of one call. It signs a hop only where the credential may go: the first hop is
 * refused elsewhere; a redirect is followed elsewhere without it, and never gets it back. Tokens are fetched, kept until
 * they expire and fetched anew once when the service refuses one; digest answers its challenge. `find` looks a type up; a
 * type without a definition is a fault that names it.
 */
export function createRequestSigner(
  find: (type: string) => CredentialDefinition<any> | undefined,
  now: () => number = Date.now,
): (credential: UsedCredential, sendBare: SendHop) => HopSigner & { renewToken(): Promise<void> } {
  const tokens = new TokenCache(now);
  return (credential, sendBare) => {
    const definition = find(credential.type);
    if (!definition) throw unknownType(credential.type);
    return new CredentialSigner(definition, credential, tokens, sendBare);
  };
}

class CredentialSigner implements HopSigner {
  private readonly data: Record<string, unknown>;
  private secrets: string[];
  private secretQuery: readonly string[] = [];
  private hosts: readonly string[];
  /** `left`: a redirect led to where the credential may not go. Whoever answered there decides what is asked next. */
  private state: 'first' | 'signing' | 'left' = 'first';
  private encrypted = false;

  constructor(
    private readonly definition: CredentialDefinition<any>,
    private readonly credential: UsedCredential,
    private readonly tokens: TokenCache,
    private readonly sendBare: SendHop,
  ) {
    this.data = prepareParameters(definition.parameters, credential.data).all((text) => text);
    this.secrets = secretTexts(definition, this.data);
    const { allowedHosts } = credential;
    this.hosts = allowedHosts.length > 0 ? allowedHosts : (definition.hosts ?? []);
  }

  async send(hop: HttpRequest, send: SendHop): Promise<HttpResponse> {
    if (!(await this.maySign(hop))) return send(hop);
    const answer = await this.signed(hop, send);
    this.tell(hop, answer.status);
    return this.withoutEcho(answer);
  }

  /** A redirect, a call that was wrong and a service that is down show nothing of the credential. */
  private tell(hop: HttpRequest, status: number): void {
    const refused = status === 401 || status === 403;
    if (refused || status < 300) this.credential.answered?.({ ok: !refused, host: new URL(hop.url).host, status });
  }

  onward(target: URL): URL {
    const { state } = this;
    if (state === 'left' || this.mayGo(target)) return target;
    for (const [name, value] of [...target.searchParams]) {
      if (this.secretQuery.includes(name) || holdsSecret(value, this.secrets)) target.searchParams.delete(name);
    }
    if (holdsSecret(target.href, this.secrets)) throw carriesSecret(this.credential, target);
    return target;
  }

  /** Fetches a token in place of the one that is kept, to see whether the service gives one. */
  async renewToken(): Promise<void> {
    this.tokens.forget(this.credential);
    await this.token();
  }

  private async token(): Promise<JsonObject> {
    const { exchange } = this.definition;
    if (!exchange) return {};
    try {
      return await this.tokens.of(this.credential, () => exchange(this.data, (request) => this.exchangeCall(request)));
    } catch (error) {
      if (error instanceof NodeFault && error.code === 'credential.token') {
        this.credential.answered?.({ ok: false, host: '', status: 0, reason: `${error.message}.` });
      }
      throw error;
    }
  }

  private async signed(hop: HttpRequest, send: SendHop): Promise<HttpResponse> {
    const { definition, credential, data } = this;
    const once = async () => {
      const token = await this.token();
      const signed = definition.sign ? definition.sign({ ...data, ...token }, hop) : hop;
      this.note(hop, signed, token);
      return send(signed);
    };
    const answer = await once();
    if (answer.status !== 401) return answer;
    if (definition.exchange && this.tokens.forget(credential)) return once();
    const again = definition.challenge?.(data, hop, answer);
    if (!again) return answer;
    this.note(hop, again);
    return send(again);
  }

  private note(hop: HttpRequest, signed: HttpRequest, token: JsonObject = {}): void {
    this.secrets = [
      ...secretTexts(this.definition, this.data, token),
      ...addedHeaderTexts(hop.headers, signed.headers),
    ];
    this.secretQuery = signed.secretQuery ?? [];
  }

  /** Whether the credential goes with this hop. @throws NodeFault when it is the first and the credential is for others */
  private async maySign(hop: HttpRequest): Promise<boolean> {
    if (this.state === 'left') return false;
    const url = new URL(hop.url);
    const first = this.state === 'first';
    if (first && this.hosts.length === 0) this.hosts = await this.credential.claimHost(hostOf(url));
    const elsewhere = this.elsewhere(hop, url);
    if (elsewhere) {
      if (first) throw wrongHost(this.credential, elsewhere, this.hosts);
      this.state = 'left';
      return false;
    }
    // What goes through a proxy is read there unless it is encrypted to the very end.
    const readable = url.protocol === 'http:' || hop.insecure === true || hop.clientCertificate?.ca !== undefined;
    if (hop.proxy !== undefined && readable && !fitsHosts(proxyAddress(hop.proxy), this.hosts)) {
      throw proxyReads(this.credential, proxyAddress(hop.proxy));
    }
    this.state = 'signing';
    this.encrypted ||= url.protocol === 'https:';
    return true;
  }

  private mayGo(url: URL): boolean {
    return fitsHosts(url, this.hosts) && !(this.encrypted && url.protocol === 'http:');
  }

  /** The address, of those that a hop names, that the credential is not for. */
  private elsewhere(hop: HttpRequest, url: URL): URL | undefined {
    if (!this.mayGo(url)) return url;
    // Behind one address may be the sites of many people: the header says whose is meant.
    const [, named] = Object.entries(hop.headers ?? {}).find(([name]) => name.toLowerCase() === 'host') ?? [];
    if (named === undefined) return undefined;
    const site = siteOf(url.protocol, named);
    return this.mayGo(site) ? undefined : site;
  }

  /** A call for a token: to the addresses that are stored with the secret, and on to no other. */
  private async exchangeCall(request: HttpRequest) {
    const url = new URL(request.url);
    const own = (this.definition.addresses ?? []).flatMap((field) => {
      const value = this.credential.stored[field];
      return typeof value === 'string' && !isExpression(value) && URL.canParse(value) ? [hostOf(new URL(value))] : [];
    });
    if (!fitsHosts(url, [...own, ...this.hosts])) throw wrongHost(this.credential, url, [...own, ...this.hosts]);
    const { status, headers, text = '' } = await this.sendBare({ ...request, as: 'text', maxRedirects: 0 });
    // What a server says of a login that it refuses is shown and kept.
    const secrets = [...this.secrets, ...addedHeaderTexts({}, request.headers)];
    return { status, headers, text: strikingOut(secrets)(text) };
  }

  /** What went wrong is shown and kept; services like to repeat the key that they refuse, or to send it on. */
  private withoutEcho(answer: HttpResponse): HttpResponse {
    if (answer.status < 300) return answer;
    const shown = strikingOut(this.secrets);
    const headers = Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(shown) : shown(value),
    ]);
    const [statusText, url] = [shown(answer.statusText), shown(answer.url)];
    const struck = { ...answer, headers: Object.fromEntries(headers), statusText, url };
    if (answer.text === undefined) return struck;
    const text = shown(answer.text);
    if (text === answer.text) return struck;
    // A large one has been read as JSON elsewhere by now, secret and all. No refusal is so long that it is missed.
    return answer.json === undefined
      ? { ...struck, text }
      : { ...struck, text: text.slice(0, SHOWN_OF_JSON), json: undefined };
  }
}

/**
 * Whose site a Host header means. One that is more than a host means nobody's: servers on the way read it each in their
 * own way, and for one that looks at the end `own.test/.evil.test` belongs to `*.evil.test`.
 */
function siteOf(protocol: string, named: string): URL {
  const address = `${protocol}//${named}`;
  return new URL(/^[\w.:[\]-]+$/.test(named) && URL.canParse(address) ? address : 'https://invalid/');
}

function proxyAddress(proxy: string): URL {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
  return URL.canParse(full) ? new URL(full) : new URL('https://invalid/');
}
