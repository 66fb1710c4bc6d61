import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Fehler', 'Scheitern', 'Alarm', 'Ausnahme', 'Überwachung', 'Benachrichtigung'],
  texts: {
    'Error trigger': 'Fehler-Auslöser',
    'Starts when a run of a workflow fails that names this one as its error workflow.':
      'Startet, wenn ein Lauf eines Workflows scheitert, der diesen als Fehler-Workflow nennt.',
    'Start when another workflow fails': 'Starten, wenn ein anderer Workflow scheitert',
    'of another workflow': 'eines anderen Workflows',
  },
  docs: {
    of: 'eaf91590',
    text: `Startet diesen Workflow, wenn ein Lauf eines anderen scheitert, der ihn in seinen Einstellungen als **Fehler-Workflow** nennt.

Das Element sagt, was gescheitert ist: \`workflow.name\`, \`execution.error.message\`, \`execution.lastNodeExecuted\` und eine Adresse der Ausführung. Schicken Sie es dorthin, wo Sie es sehen.

**Achtung:** Läufe, die jemand im Editor von Hand startet, rufen ihn nicht auf. Scheitert der Fehler-Workflow selbst, wird nichts mehr aufgerufen.`,
  },
};
