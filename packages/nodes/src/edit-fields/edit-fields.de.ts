import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['setzen', 'ändern', 'zuordnen', 'umbenennen', 'umformen', 'Wert', 'Feld'],
  texts: {
    'Edit fields': 'Felder bearbeiten',
    'Sets, changes, keeps or drops fields of each item.': 'Setzt, ändert, behält oder entfernt Felder jedes Elements.',
    'Set or change fields': 'Felder setzen oder ändern',
    'Keep only some fields': 'Nur einige Felder behalten',
    'Write an item as JSON': 'Ein Element als JSON schreiben',
    Mode: 'Modus',
    'Field by field': 'Feld für Feld',
    'Write the item as JSON, with expressions in it.': 'Das Element als JSON schreiben, mit Ausdrücken darin.',
    'Fields to set': 'Zu setzende Felder',
    "Input item's other fields": 'Übrige Felder des Elements',
    'include: Drop': 'Weglassen',
    'Keep all': 'Alle behalten',
    'Keep those named': 'Die genannten behalten',
    'Keep all but those named': 'Alle außer den genannten behalten',
    'Names of fields': 'Namen der Felder',
    'Separated by commas.': 'Durch Kommas getrennt.',
    'Keep files': 'Dateien behalten',
    "Keep the input item's files.": 'Behält die Dateien des Elements.',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    'A name such as a.b means the field b of the object a.': 'Ein Name wie a.b meint das Feld b des Objekts a.',
    'When a value is not of its type': 'Wenn ein Wert nicht von seinem Typ ist',
    'Convert it, or stop with an error': 'Umwandeln oder mit einem Fehler anhalten',
    'Convert it, or keep it as it is': 'Umwandeln oder lassen, wie er ist',
    'Keep it as it is, but read numbers in text': 'Lassen, wie er ist, aber Zahlen aus Text lesen',
    'Keep it as it is': 'Lassen, wie er ist',
    'Copies in test runs': 'Kopien in Testläufen',
    'How many more times to give each item when you run by hand.':
      'Wie viele Male mehr jedes Element gegeben wird, wenn Sie von Hand ausführen.',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
  },
  docs: {
    of: '03eb02c6',
    text: `Setzt Felder jedes Elements und sagt, was aus den übrigen wird.

Setzen Sie \`total\` (Zahl) auf \`={{ $json.price * $json.count }}\` und behalten Sie alle anderen: Das Element hat ein Feld mehr. *Weglassen* gibt nur, was der nächste Knoten braucht.

Ein Name mit Punkten, \`address.city\`, führt in Objekte hinein.

**Achtung:** Der Typ zählt. Eine *Zahl*, die sich nicht als solche lesen lässt, hält den Lauf an, damit nichts Falsches weitergeht; *Wenn ein Wert nicht von seinem Typ ist* ändert das.`,
  },
};
