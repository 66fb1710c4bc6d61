import { defineCredential, param } from '@orchestrator/node-sdk';
import { de } from './http-query-auth.de.js';
import { withQueryParameter } from './signing.js';

/** A secret query parameter. */
export const httpQueryAuth = defineCredential({
  type: 'httpQueryAuth',
  label: 'Query auth',
  summary: 'A query parameter with a secret value.',
  icon: 'key-round',
  translations: { de },
  parameters: {
    name: param.string({ label: 'Parameter name', placeholder: 'api_key' }),
    value: param.string({ label: 'Value', password: true }),
  },
  sign: ({ name, value }, request) => withQueryParameter(request, name, value),
});
