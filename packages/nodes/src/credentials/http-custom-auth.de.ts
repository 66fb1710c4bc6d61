import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Custom auth': 'Eigene Anmeldung',
    'Headers, query parameters and body fields of your own, as JSON.':
      'Eigene Header, Query-Parameter und Felder des Inhalts, als JSON.',
  },
};
