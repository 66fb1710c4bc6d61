import type { JsonObject } from '@orchestrator/workflow';

/** A text to be recognised wherever it turns up, with characters that look different in every encoding. */
const marked = (name: string) => `S3CR3T+${name}/&~x`;

/** The data of a credential of each type, with secrets that can be recognised. */
export const SAMPLES: Readonly<Record<string, { data: JsonObject; secrets: string[] }>> = {
  httpBasicAuth: sample('basic', (secret) => ({ user: 'ada', password: secret })),
  httpBearerAuth: sample('bearer', (secret) => ({ token: secret })),
  httpHeaderAuth: sample('header', (secret) => ({ name: 'X-Key', value: secret })),
  httpQueryAuth: sample('query', (secret) => ({ name: 'api_key', value: secret })),
  httpDigestAuth: sample('digest', (secret) => ({ user: 'ada', password: secret })),
  httpCustomAuth: {
    data: {
      json: JSON.stringify({
        headers: { 'X-Custom': marked('header') },
        qs: { custom: marked('qs') },
        body: { custom: marked('body') },
      }),
    },
    secrets: [marked('header'), marked('qs'), marked('body')],
  },
  oAuth2Api: sample('client', (secret) => ({
    accessTokenUrl: 'http://127.0.0.1:1/token',
    clientId: 'me',
    clientSecret: secret,
    authentication: 'body',
  })),
  httpSslAuth: {
    data: { cert: marked('cert'), key: marked('key'), ca: marked('ca'), passphrase: marked('passphrase') },
    secrets: [marked('cert'), marked('key'), marked('ca'), marked('passphrase')],
  },
  jwtAuth: sample('jwt', (secret) => ({ keyType: 'passphrase', secret, algorithm: 'HS256' })),
};

function sample(name: string, data: (secret: string) => JsonObject): { data: JsonObject; secrets: string[] } {
  const secret = marked(name);
  return { data: data(secret), secrets: [secret] };
}

/** The forms that a secret may take on its way. */
export function formsOf(secret: string): string[] {
  const texts = [secret, `ada:${secret}`, `me:${secret}`, `me:${encodeURIComponent(secret)}`];
  return [
    secret,
    encodeURIComponent(secret),
    encodeURI(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    ...texts.flatMap((text) => [Buffer.from(text).toString('base64'), Buffer.from(text).toString('base64url')]),
  ];
}

/** The secrets that a text holds in any form. */
export function secretsIn(text: string, secrets: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return secrets.filter((secret) =>
    formsOf(secret).some((form) => text.includes(form) || lower.includes(form.toLowerCase())),
  );
}
