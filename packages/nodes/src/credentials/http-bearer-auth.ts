import { defineCredential, param } from '@orchestrator/node-sdk';
import { de } from './http-bearer-auth.de.js';
import { withHeader } from './signing.js';

/** A token that is sent as it is (RFC 6750). */
export const httpBearerAuth = defineCredential({
  type: 'httpBearerAuth',
  label: 'Bearer auth',
  summary: 'A token in the Authorization header.',
  icon: 'key-round',
  translations: { de },
  parameters: { token: param.string({ label: 'Token', password: true }) },
  sign: ({ token }, request) => withHeader(request, 'authorization', `Bearer ${token}`),
});
