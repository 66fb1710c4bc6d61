import type { Translation } from '@orchestrator/node-sdk';

/** The words of a condition in a subtitle. */
export const conditionLine: Translation['texts'] = {
  after: 'nach',
  before: 'vor',
  from: 'ab',
  until: 'bis',
  contains: 'enthält',
  "doesn't contain": 'enthält nicht',
  'starts with': 'beginnt mit',
  "doesn't start with": 'beginnt nicht mit',
  'ends with': 'endet mit',
  "doesn't end with": 'endet nicht mit',
  matches: 'passt zu',
  "doesn't match": 'passt nicht zu',
  length: 'Länge',
  exists: 'ist da',
  "doesn't exist": 'ist nicht da',
  'is empty': 'ist leer',
  "isn't empty": 'ist nicht leer',
  'is true': 'ist wahr',
  'is false': 'ist falsch',
  '1 condition': '1 Bedingung',
  '{count} conditions': '{count} Bedingungen',
  '{first} or {count} more': '{first} oder {count} weitere',
  '{first} and {count} more': '{first} und {count} weitere',
};
