import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'JWT auth': 'JWT',
    'The key that checks the tokens of callers.': 'Der Schlüssel, mit dem Tokens der Aufrufer geprüft werden.',
    Key: 'Schlüssel',
    Passphrase: 'Passphrase',
    'PEM key': 'PEM-Schlüssel',
    Secret: 'Geheimnis',
    'Private key': 'Privater Schlüssel',
    'Public key': 'Öffentlicher Schlüssel',
    Algorithm: 'Verfahren',
  },
};
