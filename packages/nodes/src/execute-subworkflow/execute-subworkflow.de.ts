import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['aufrufen', 'Unterworkflow', 'Teilworkflow', 'wiederverwenden', 'Funktion'],
  texts: {
    'Execute sub-workflow': 'Unterworkflow ausführen',
    'Runs another workflow with the items, and goes on with what it gives.':
      'Führt mit den Elementen einen anderen Workflow aus und macht mit dessen Ergebnis weiter.',
    'Run another workflow': 'Anderen Workflow ausführen',
    'Run another workflow for each item': 'Anderen Workflow für jedes Element ausführen',
    'Start another workflow without waiting for it': 'Anderen Workflow starten, ohne auf ihn zu warten',
    Workflow: 'Workflow',
    'One of yours': 'Einer der vorhandenen',
    'Given here as JSON': 'Hier als JSON angegeben',
    'Workflow to run': 'Auszuführender Workflow',
    'Workflow as JSON': 'Workflow als JSON',
    'Run it': 'Ausführen',
    'Once, with all items': 'Einmal, mit allen Elementen',
    'For each item': 'Für jedes Element',
    'One after the other, with one item each.': 'Nacheinander, mit je einem Element.',
    Inputs: 'Eingaben',
    'Set on each item that is handed over.': 'Wird in jedem Element gesetzt, das übergeben wird.',
    'Wait for it to end': 'Auf das Ende warten',
    'Goes on with what it gives. Else goes on at once with the items that came in.':
      'Macht mit dessen Ergebnis weiter, sonst sofort mit den Elementen, die hereinkamen.',
    'for each item': 'für jedes Element',
    'without waiting': 'ohne zu warten',
    once: 'einmal',
    Dialect: 'Dialekt',
    'Which rules its items and errors follow, for what was imported from n8n.':
      'Welchen Regeln seine Elemente und Fehler folgen, für das, was aus n8n importiert wurde.',
    Own: 'Eigener',
    'n8n up to version 1.2': 'n8n bis Version 1.2',
  },
  docs: {
    of: '882ca950',
    text: `Übergibt seine Elemente an einen anderen Workflow und macht mit dem weiter, was dessen letzter Knoten gibt.

Der andere beginnt mit **Bei Aufruf durch einen Workflow**; dort steht auch, welche Eingaben er annimmt. Gut für alles, was mehrere Workflows gemeinsam haben, und um einen großen lesbar zu halten.

**Achtung:** Ausgeführt wird die Live-Version, nicht der Entwurf. Mit *Für jedes Element* laufen die Aufrufe nacheinander. Ohne *Auf das Ende warten* kommen die Elemente heraus, die hineingingen, und wie es endete, erfahren Sie hier nicht.`,
  },
};
