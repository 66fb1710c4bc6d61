import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Digest auth': 'Digest Auth',
    'A user name and a password, proven by a challenge.':
      'Ein Benutzername und ein Passwort, die sich auf eine Gegenfrage beweisen.',
    User: 'Benutzer',
    Password: 'Passwort',
  },
};
