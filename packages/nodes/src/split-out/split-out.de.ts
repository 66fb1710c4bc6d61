import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['aufteilen', 'Liste', 'Einträge', 'zerlegen', 'trennen'],
  texts: {
    'Split out': 'Liste aufteilen',
    'Turns a list inside an item into one item for each of its entries.':
      'Macht aus einer Liste in einem Element für jeden Eintrag ein eigenes.',
    'Turn a list into items': 'Eine Liste in Elemente verwandeln',
    'Split an order into its lines': 'Eine Bestellung in ihre Positionen aufteilen',
    'Fields to split out': 'Aufzuteilende Felder',
    'Separated by commas; their entries are put side by side. "$binary" splits the files.':
      'Durch Kommas getrennt; ihre Einträge stehen dann nebeneinander. „$binary“ teilt die Dateien auf.',
    'Other fields to keep': 'Weitere Felder behalten',
    None: 'Keine',
    'All other fields': 'Alle anderen',
    'Those named': 'Die genannten',
    'Fields to keep': 'Zu behaltende Felder',
    'Separated by commas.': 'Durch Kommas getrennt.',
    Options: 'Optionen',
    'Destination field': 'Zielfeld',
    'Where an entry is put. Name as many, by commas, as there are fields to split out.':
      'Wohin ein Eintrag gelegt wird. Nennen Sie, durch Kommas getrennt, so viele, wie Felder aufgeteilt werden.',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    'Turn off when names of fields hold dots themselves.':
      'Ausschalten, wenn die Namen der Felder selbst Punkte enthalten.',
    'Keep files': 'Dateien behalten',
    "Every new item keeps the item's files.": 'Jedes neue Element behält die Dateien des alten.',
    'Behaviour of older versions': 'Verhalten älterer Versionen',
    'Fail when the field is missing': 'Scheitern, wenn das Feld fehlt',
    'Fail when the field is neither a list nor an object': 'Scheitern, wenn das Feld weder Liste noch Objekt ist',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
  },
  docs: {
    of: '4140984b',
    text: `Macht für jeden Eintrag einer Liste, die in einem Element steht, ein eigenes Element.

Eine Bestellung \`{ "id": 7, "lines": [{ "sku": "a" }, { "sku": "b" }] }\`, aufgeteilt nach \`lines\`, gibt zwei Elemente. Behalten Sie \`id\` mit *Weitere Felder behalten*, um zu wissen, zu wem die Positionen gehören. **Sammeln** ist der Weg zurück.

**Achtung:** Ohne weitere Felder wird ein Eintrag, der ein Objekt ist, selbst zum Element; sonst liegt er in einem Feld mit dem Namen der Liste. Eine leere Liste gibt gar kein Element.`,
  },
};
