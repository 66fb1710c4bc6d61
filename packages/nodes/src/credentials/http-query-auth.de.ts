import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Query auth': 'Query-Parameter mit Geheimnis',
    'A query parameter with a secret value.': 'Ein Query-Parameter mit einem geheimen Wert.',
    'Parameter name': 'Name des Parameters',
    Value: 'Wert',
  },
};
