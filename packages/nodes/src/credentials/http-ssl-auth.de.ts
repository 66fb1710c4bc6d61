import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'SSL certificates': 'TLS-Zertifikate',
    'A client certificate.': 'Ein Client-Zertifikat.',
    'Certificate (PEM)': 'Zertifikat (PEM)',
    'Private key (PEM)': 'Privater Schlüssel (PEM)',
    'Passphrase of the key': 'Passphrase des Schlüssels',
  },
};
