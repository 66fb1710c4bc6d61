import { defineCredential, param } from '@orchestrator/node-sdk';
import { de } from './jwt-auth.de.js';

const ALGORITHMS = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
] as const;

/** The key that the tokens of a webhook's callers are checked with. It signs no requests. */
export const jwtAuth = defineCredential({
  type: 'jwtAuth',
  label: 'JWT auth',
  summary: 'The key that checks the tokens of callers.',
  icon: 'badge-check',
  translations: { de },
  parameters: {
    keyType: param.options({
      label: 'Key',
      choices: [
        { value: 'passphrase', label: 'Passphrase' },
        { value: 'pemKey', label: 'PEM key' },
      ],
    }),
    secret: param.string({ label: 'Secret', password: true, show: { keyType: ['passphrase'] } }),
    privateKey: param.string({ label: 'Private key', password: true, multiline: true, show: { keyType: ['pemKey'] } }),
    publicKey: param.string({ label: 'Public key', password: true, multiline: true, show: { keyType: ['pemKey'] } }),
    algorithm: param.options({ label: 'Algorithm', choices: ALGORITHMS.map((value) => ({ value, label: value })) }),
  },
});
