import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  texts: {
    'Bearer auth': 'Bearer-Token',
    'A token in the Authorization header.': 'Ein Token im Header Authorization.',
    Token: 'Token',
  },
};
