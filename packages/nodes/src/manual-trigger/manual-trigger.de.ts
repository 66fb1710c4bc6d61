import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Start', 'starten', 'von Hand', 'ausführen', 'testen', 'Knopf'],
  texts: {
    'Manual trigger': 'Von Hand starten',
    'Starts the workflow when you press Run.': 'Startet den Workflow, wenn Sie auf Ausführen drücken.',
    'Start by hand': 'Von Hand starten',
    'by hand': 'von Hand',
  },
  docs: {
    of: 'f5008155',
    text: `Startet den Workflow, wenn jemand auf Ausführen drückt, mit einem leeren Element oder mit dem, was hier angeheftet ist.

**Achtung:** Von selbst startet er nie etwas. Um einen Workflow zu veröffentlichen, geben Sie ihm einen weiteren Auslöser: einen Webhook, einen Zeitplan. Beide können zum selben Knoten führen.`,
  },
};
