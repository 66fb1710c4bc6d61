import type { Translation } from '@orchestrator/node-sdk';
import { conditionLine } from '../subtitle/condition-line.de.js';

export const de: Translation = {
  keywords: ['Bedingung', 'Verzweigung', 'falls', 'wahr', 'falsch', 'Entscheidung', 'teilen'],
  texts: {
    ...conditionLine,
    If: 'Wenn',
    'Sends each item to one of two branches by conditions.':
      'Schickt jedes Element nach Bedingungen in einen von zwei Zweigen.',
    'Split items into two branches': 'Elemente auf zwei Zweige verteilen',
    'Check a condition': 'Eine Bedingung prüfen',
    Conditions: 'Bedingungen',
    'Items that meet them go to the first output.': 'Elemente, die sie erfüllen, gehen an den ersten Ausgang.',
    true: 'wahr',
    false: 'falsch',
  },
  docs: {
    of: 'e297649f',
    text: `Schickt jedes Element in die eine oder andere Richtung: Was die Bedingungen erfüllt, geht durch **wahr** hinaus, das Übrige durch **falsch**.

\`={{ $json.status }}\` *ist gleich* \`paid\`.

In einer Ausführung können beide Zweige laufen, jeder mit einem Teil der Elemente. Ein Zweig ohne Elemente läuft nicht.

**Achtung:** Entschieden wird für jedes Element, nicht für alle zusammen. Um zu fragen, ob überhaupt ein Element kam, zählen Sie zuvor (**Zusammenfassen**) oder lesen Sie \`={{ $input.all().length }}\` und stellen Sie *Nur für das erste Element laufen* ein.`,
  },
};
