import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Basic auth': 'Basic Auth',
    'A user name and a password.': 'Ein Benutzername und ein Passwort.',
    User: 'Benutzer',
    Password: 'Passwort',
  },
};
