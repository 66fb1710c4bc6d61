import type { HttpRequest, HttpResponse } from '@orchestrator/node-sdk';

/** Sends one request, and follows no redirect. */
export type SendHop = (request: HttpRequest) => Promise<HttpResponse>;

/**
 * Adds credentials to the hops of one call: its first request, and each that a redirect leads to. What a redirect is made
 * from is the hop as it was before, so that nothing of a credential can travel on with it.
 */
export interface HopSigner {
  /** Sends a hop, signed where that may be. @throws NodeFault when the first hop may not be signed */
  send(hop: HttpRequest, send: SendHop): Promise<HttpResponse>;
  /** An address that a redirect names, without what it repeats of a credential that is not for it. */
  onward(target: URL): URL;
}

/** Several as one: the first signs first. */
export function inTurn(signers: readonly HopSigner[]): HopSigner {
  return {
    send: (hop, send) =>
      signers.reduceRight<SendHop>((inner, signer) => (request) => signer.send(request, inner), send)(hop),
    onward: (target) => signers.reduce((url, signer) => signer.onward(url), target),
  };
}
