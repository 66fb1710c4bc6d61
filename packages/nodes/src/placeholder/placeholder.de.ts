import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['unbekannt', 'fehlt', 'nicht unterstützt', 'importiert'],
  texts: {
    Placeholder: 'Platzhalter',
    'Stands for an imported node that is not available here yet.':
      'Steht für einen importierten Knoten, den es hier noch nicht gibt.',
    'Hold a place for a node that is missing': 'Einem fehlenden Knoten einen Platz freihalten',
    'Comes from': 'Kommt aus',
    'Original type': 'Ursprüngliche Art',
    'What it was': 'Was er war',
    'Original version': 'Ursprüngliche Version',
    'Why it is not available': 'Warum es ihn nicht gibt',
    'Original parameters': 'Ursprüngliche Parameter',
    Ports: 'Anschlüsse',
  },
  docs: {
    of: 'f7d8f529',
    text: `Steht dort, wo ein importierter Workflow einen Knoten hat, den es hier nicht gibt. Er behält alle Einstellungen und hält einen Lauf an, der ihn erreicht, mit einer Meldung, die sagt, was fehlt.

**Zu tun:** Ersetzen Sie ihn. Die meisten Dienste erreicht eine **HTTP-Anfrage** mit den richtigen Zugangsdaten. Ausgeschaltet gibt er Elemente weiter.`,
  },
};
