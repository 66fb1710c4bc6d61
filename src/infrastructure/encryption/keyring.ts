import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';
/** AES-256-GCM: 96-bit nonces made at random (NIST SP 800-38D §8.2.2), 128-bit tags. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Raised when something can't be read: with another key, for another record, or changed since. Says which key is missing. */
export class DecryptionError extends Error {
  override name = 'DecryptionError';
}

interface Key {
  /** Names the key in what it wrote; says nothing about it. */
  id: string;
  secret: string;
}

const keyOf = (secret: string): Key => ({
  id: createHmac('sha256', secret).update('orchestrator key id').digest('hex').slice(0, 8),
  secret,
});

const derive = (key: Key, purpose: string) => Buffer.from(hkdfSync('sha256', key.secret, '', purpose, KEY_BYTES));

/**
 * The keys of this installation: `ENCRYPTION_KEY`, which writes, and `ENCRYPTION_KEYS_OLD`, which only read. Nothing is
 * ever encrypted with them as they are: each purpose has a key of its own, derived by HKDF.
 */
export class Keyring {
  private readonly current: Key;
  private readonly keys: readonly Key[];
  private readonly derived = new Map<string, Buffer>();

  constructor(secret: string, oldSecrets: readonly string[] = []) {
    this.current = keyOf(secret);
    this.keys = [this.current, ...oldSecrets.map(keyOf)];
  }

  /** The id of the key that writes; what carries another is due to be written again. */
  get keyId(): string {
    return this.current.id;
  }

  /** A key of 32 bytes for one purpose, such as `access tokens`; the same on every instance. */
  derive(purpose: string): Buffer {
    return this.subkey(this.current, purpose);
  }

  /** As `derive`, of every key that may still be read with, the current one first. */
  deriveAll(purpose: string): Buffer[] {
    return this.keys.map((key) => this.subkey(key, purpose));
  }

  /**
   * Encrypts and authenticates.
   * @param purpose whose key to use, such as `credentials`
   * @param identity what the text belongs to (tenant and record); it can't be read as another's
   * @returns `v1.<key id>.<nonce, ciphertext and tag in base64url>`
   */
  encrypt(plaintext: string, purpose: string, identity: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.derive(purpose), nonce);
    cipher.setAAD(Buffer.from(identity));
    const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${this.current.id}.${sealed.toString('base64url')}`;
  }

  /**
   * Reads what `encrypt` wrote for the same purpose and identity.
   * @throws DecryptionError
   */
  decrypt(text: string, purpose: string, identity: string): string {
    const [version, id, sealed = ''] = text.split('.');
    if (version !== VERSION) throw new DecryptionError('This was not encrypted by Orchestrator.');
    const key = this.keys.find((each) => each.id === id);
    if (!key) {
      throw new DecryptionError(
        `This was encrypted with the key ${id}, which is not here. Add that key to ENCRYPTION_KEYS_OLD.`,
      );
    }
    const bytes = Buffer.from(sealed, 'base64url');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.subkey(key, purpose), bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(identity));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new DecryptionError('This was changed, or belongs to another record.');
    }
  }

  private subkey(key: Key, purpose: string): Buffer {
    const name = `${key.id} ${purpose}`;
    const known = this.derived.get(name);
    if (known) return known;
    const made = derive(key, purpose);
    this.derived.set(name, made);
    return made;
  }
}
