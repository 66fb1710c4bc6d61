import { defineCredential, NodeFault, param } from '@orchestrator/node-sdk';
import { de } from './http-header-auth.de.js';
import { withHeader } from './signing.js';

/** A header of any name, such as `X-API-Key`. */
export const httpHeaderAuth = defineCredential({
  type: 'httpHeaderAuth',
  label: 'Header auth',
  summary: 'A header with a secret value.',
  icon: 'key-round',
  translations: { de },
  parameters: {
    name: param.string({ label: 'Header name', placeholder: 'X-API-Key' }),
    value: param.string({ label: 'Value', password: true }),
  },
  sign({ name, value }, request) {
    if (name.trim() === '') {
      throw new NodeFault('The credential has no header name', { code: 'credential.incomplete', retryable: false });
    }
    return withHeader(request, name.trim(), value);
  },
});
