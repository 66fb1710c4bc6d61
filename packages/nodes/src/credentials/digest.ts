import { createHash, randomBytes } from 'node:crypto';

const HASHES: Readonly<Record<string, string>> = { md5: 'md5', 'sha-256': 'sha256', 'sha-512-256': 'sha512-256' };

/** Who asks for what. */
interface DigestCall {
  user: string;
  password: string;
  method: string;
  /** Path and query, as they are sent. */
  uri: string;
  /** Made up for each answer; given by tests. */
  clientNonce?: string;
}

/**
 * The `Authorization` header that answers a `WWW-Authenticate: Digest ...` challenge (RFC 7616), for `qop=auth` and for
 * servers without one (RFC 2069). `undefined` when there is no such challenge, or one of an unknown algorithm.
 */
export function answerDigest(challenge: string, call: DigestCall): string | undefined {
  const start = /(?:^|[\s,])digest\s+/i.exec(challenge);
  if (!start) return undefined;
  const fields = fieldsOf(challenge.slice(start.index + start[0].length));
  const algorithm = fields.algorithm ?? 'MD5';
  const session = /-sess$/i.test(algorithm);
  const hashName = HASHES[algorithm.toLowerCase().replace(/-sess$/, '')];
  const { realm = '', nonce } = fields;
  if (hashName === undefined || nonce === undefined) return undefined;
  const hash = (text: string) => createHash(hashName).update(text).digest('hex');
  const clientNonce = call.clientNonce ?? randomBytes(16).toString('hex');
  const count = '00000001';
  const qop = fields.qop?.split(',').some((each) => each.trim().toLowerCase() === 'auth') ? 'auth' : undefined;
  const plain = hash(`${call.user}:${realm}:${call.password}`);
  const identity = session ? hash(`${plain}:${nonce}:${clientNonce}`) : plain;
  const what = hash(`${call.method}:${call.uri}`);
  const response = hash(
    qop ? `${identity}:${nonce}:${count}:${clientNonce}:${qop}:${what}` : `${identity}:${nonce}:${what}`,
  );
  const quoted = { username: call.user, realm, nonce, uri: call.uri, response, opaque: fields.opaque };
  const parts = Object.entries(quoted).filter(([, value]) => value !== undefined);
  return [
    `Digest ${parts.map(([name, value]) => `${name}="${String(value).replace(/["\\]/g, '\\$&')}"`).join(', ')}`,
    ...(fields.algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(qop || session ? [`cnonce="${clientNonce}"`] : []),
    ...(qop ? [`qop=${qop}`, `nc=${count}`] : []),
  ].join(', ');
}

function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name = '', quoted, token] of text.matchAll(/([a-z0-9_-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)) {
    fields[name.toLowerCase()] ??= quoted?.replace(/\\(.)/g, '$1') ?? token ?? '';
  }
  return fields;
}
