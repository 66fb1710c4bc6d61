import { createHash } from 'node:crypto';
import type { JsonObject } from '@orchestrator/workflow';

/** Tokens kept at once; the oldest goes first. They are small, and one that went is fetched again. */
const MAX_TOKENS = 1_000;

/** Whose token it is: a credential of a tenant, with what it says. */
interface TokenOwner {
  tenantId: string;
  type: string;
  id: string;
  data: JsonObject;
}

/** What a service gave for a credential. */
interface Token {
  data: JsonObject;
  /** Epoch milliseconds. */
  expiresAt?: number;
}

/**
 * Tokens until they expire. They belong to what a credential says: one that was changed gets a token of its own at once,
 * and whoever can't read the credential any more asks for none.
 */
export class TokenCache {
  private readonly tokens = new Map<string, Promise<Token>>();

  constructor(private readonly now: () => number) {}

  /** The token of a credential, fetched if there is none. Calls at the same time share one fetch. */
  async of(owner: TokenOwner, fetch: () => Promise<Token>): Promise<JsonObject> {
    const key = keyOf(owner);
    const known = this.tokens.get(key);
    if (known) {
      const held = await known;
      if (held.expiresAt === undefined || held.expiresAt > this.now()) return held.data;
      if (this.tokens.get(key) === known) this.tokens.delete(key);
    }
    const token = this.tokens.get(key) ?? fetch();
    this.tokens.set(key, token);
    // One that could not be had is not kept.
    token.catch(() => this.tokens.get(key) === token && this.tokens.delete(key));
    if (this.tokens.size > MAX_TOKENS) this.tokens.delete(this.tokens.keys().next().value as string);
    return (await token).data;
  }

  /** Drops a token that the service does not take any more. @returns whether there was one */
  forget(owner: TokenOwner): boolean {
    return this.tokens.delete(keyOf(owner));
  }
}

function keyOf({ tenantId, type, id, data }: TokenOwner): string {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, type, id, data]))
    .digest('base64');
}
