import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['zählen', 'Summe', 'addieren', 'Durchschnitt', 'gruppieren', 'Statistik', 'Pivot', 'auswerten'],
  texts: {
    Summarize: 'Zusammenfassen',
    'Counts, adds up, averages or gathers fields of items, in groups if you like, as a pivot table does.':
      'Zählt, addiert, mittelt oder sammelt Felder der Elemente, auf Wunsch in Gruppen, wie eine Pivot-Tabelle.',
    'Count items': 'Elemente zählen',
    'Add up a field': 'Ein Feld addieren',
    'Average a field': 'Durchschnitt eines Feldes bilden',
    'Group items and count or add up': 'Elemente gruppieren und zählen oder addieren',
    'Fields to summarize': 'Zusammenzufassende Felder',
    Field: 'Feld',
    Aggregation: 'Auswertung',
    'List of values': 'Liste der Werte',
    Average: 'Durchschnitt',
    'Values joined to one text': 'Werte, zu einem Text verbunden',
    Count: 'Anzahl',
    'Count of different values': 'Anzahl verschiedener Werte',
    Largest: 'Größter Wert',
    Smallest: 'Kleinster Wert',
    Sum: 'Summe',
    'Count empty values too': 'Auch leere Werte zählen',
    Separator: 'Trennzeichen',
    'Stands between the values.': 'Steht zwischen den Werten.',
    'Group by': 'Gruppieren nach',
    'Fields whose values make the groups, separated by commas.':
      'Felder, deren Werte die Gruppen bilden, durch Kommas getrennt.',
    Options: 'Optionen',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    Output: 'Ausgabe',
    'An item for each group': 'Ein Element für jede Gruppe',
    'All groups in one item': 'Alle Gruppen in einem Element',
    'Leave out items without a value to group by': 'Elemente ohne Wert zum Gruppieren weglassen',
    'Behaviour of older versions': 'Verhalten älterer Versionen',
    'Fail when a field is in none of the items': 'Scheitern, wenn ein Feld in keinem Element vorkommt',
    '1 figure': '1 Kennzahl',
    '{count} figures': '{count} Kennzahlen',
    'by {fields}': 'nach {fields}',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
    field: 'Feld',
  },
  docs: {
    of: 'c017a28f',
    text: `Zählt, addiert und mittelt, über alle Elemente oder in Gruppen, wie eine Pivot-Tabelle.

*Summe* von \`total\`, gruppiert nach \`country\`, gibt ein Element für jedes Land: \`{ "country": "NO", "sum_total": 1290 }\`.

**Achtung:** Werte, die keine Zahlen sind, zählen in Summen und Durchschnitten nicht mit. Elemente ohne das Feld, nach dem gruppiert wird, bilden eine eigene Gruppe, wenn die Option sie nicht weglässt.`,
  },
};
