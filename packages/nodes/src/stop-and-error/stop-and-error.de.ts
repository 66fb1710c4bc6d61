import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['werfen', 'Fehler', 'abbrechen', 'anhalten', 'Ausnahme'],
  texts: {
    'Stop and error': 'Mit Fehler anhalten',
    'Stops the run with an error of your own.': 'Hält den Lauf mit einem eigenen Fehler an.',
    'Stop with an error': 'Mit einem Fehler anhalten',
    Error: 'Fehler',
    'A message': 'Eine Meldung',
    'An object': 'Ein Objekt',
    'With more to tell than a message.': 'Mit mehr, als in eine Meldung passt.',
    Message: 'Meldung',
    'The order has no address': 'Die Bestellung hat keine Adresse',
    Object: 'Objekt',
    'Its "message", "description" or "error" is shown; the whole is kept with the error.':
      'Gezeigt wird sein „message“, „description“ oder „error“; das ganze Objekt bleibt beim Fehler.',
    'with an object': 'mit einem Objekt',
  },
  docs: {
    of: '74fd0ea0',
    text: `Beendet den Lauf als gescheitert, mit Ihrer Meldung. Der **Fehler-Workflow** erfährt davon.

Stellen Sie ihn hinter ein **Wenn**, das findet, was nicht sein darf: *Die Bestellung hat keine Adresse*. Wer die Ausführung ansieht, liest genau das.

**Achtung:** Er beendet den ganzen Lauf, auch andere Zweige. Was gesendet ist, bleibt gesendet. Von selbst wird er nicht wiederholt.`,
  },
};
