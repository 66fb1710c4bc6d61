import type { Translation } from '@orchestrator/node-sdk';
import { conditionLine } from '../subtitle/condition-line.de.js';

export const de: Translation = {
  keywords: ['Bedingung', 'behalten', 'entfernen', 'aussortieren', 'wo'],
  texts: {
    ...conditionLine,
    Filter: 'Filter',
    'Keeps the items that meet conditions and drops the rest.':
      'Behält die Elemente, die Bedingungen erfüllen, und lässt die übrigen weg.',
    'Keep items that match': 'Passende Elemente behalten',
    'Drop items that do not match': 'Nicht passende Elemente weglassen',
    Conditions: 'Bedingungen',
    'Items that meet them are kept.': 'Elemente, die sie erfüllen, werden behalten.',
  },
  docs: {
    of: '4e9ab2a3',
    text: `Lässt die Elemente durch, die die Bedingungen erfüllen. Für die anderen ist hier Schluss.

\`={{ $json.total }}\` *ist größer als* \`100\` behält die großen Bestellungen.

**Achtung:** Verglichen wird als der Typ, den Sie wählen. \`"9"\` als Text kommt nach \`"10"\`. Ein fehlendes Feld ist beim strengen Vergleich ein Fehler, der lockere wandelt um, was er kann. Um auch mit den anderen weiterzumachen, nehmen Sie **Wenn**.`,
  },
};
