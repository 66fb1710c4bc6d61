import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Header auth': 'Header mit Geheimnis',
    'A header with a secret value.': 'Ein Header mit einem geheimen Wert.',
    'Header name': 'Name des Headers',
    Value: 'Wert',
  },
};
