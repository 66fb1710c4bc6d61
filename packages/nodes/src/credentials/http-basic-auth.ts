import { defineCredential, param } from '@orchestrator/node-sdk';
import { de } from './http-basic-auth.de.js';
import { withHeader } from './signing.js';

/** User name and password (RFC 7617). */
export const httpBasicAuth = defineCredential({
  type: 'httpBasicAuth',
  label: 'Basic auth',
  summary: 'A user name and a password.',
  icon: 'lock',
  translations: { de },
  parameters: {
    user: param.string({ label: 'User' }),
    password: param.string({ label: 'Password', password: true }),
  },
  sign: ({ user, password }, request) =>
    withHeader(request, 'authorization', `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`),
});
