import { defineCredential, param } from '@orchestrator/node-sdk';
import { de } from './http-ssl-auth.de.js';

const pem = (label: string) => param.string({ label, password: true, multiline: true });

/** A certificate that the client shows to the server, and an authority that the server's own may come from. */
export const httpSslAuth = defineCredential({
  type: 'httpSslAuth',
  label: 'SSL certificates',
  summary: 'A client certificate.',
  icon: 'file-badge',
  translations: { de },
  parameters: {
    ca: pem('CA (PEM)'),
    cert: pem('Certificate (PEM)'),
    key: pem('Private key (PEM)'),
    passphrase: param.string({ label: 'Passphrase of the key', password: true }),
  },
  sign: ({ ca, cert, key, passphrase }, request) => ({
    ...request,
    clientCertificate: {
      ca: ca || undefined,
      cert: cert || undefined,
      key: key || undefined,
      passphrase: passphrase || undefined,
    },
  }),
});
