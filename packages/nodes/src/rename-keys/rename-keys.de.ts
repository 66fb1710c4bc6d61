import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Feld', 'Eigenschaft', 'Schlüssel', 'umbenennen', 'Muster', 'Spalte'],
  texts: {
    'Rename keys': 'Felder umbenennen',
    'Gives fields other names, one by one or by a pattern.':
      'Gibt Feldern andere Namen, einzeln oder nach einem Muster.',
    'Rename fields': 'Felder umbenennen',
    'Rename fields by a pattern': 'Felder nach einem Muster umbenennen',
    'Fields to rename': 'Umzubenennende Felder',
    Field: 'Feld',
    'New name': 'Neuer Name',
    Patterns: 'Muster',
    'Regular expressions that are replaced in the names of fields.':
      'Reguläre Ausdrücke, die in den Namen der Felder ersetzt werden.',
    Pattern: 'Muster',
    Replacement: 'Ersatz',
    'Capital letters are the same': 'Groß- und Kleinschreibung ist gleich',
    Depth: 'Tiefe',
    'How far into objects to go: 0 for the item alone, -1 for all the way.':
      'Wie weit in Objekte hinein: 0 nur das Element selbst, -1 beliebig tief.',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
    '1 pattern': '1 Muster',
    '{count} patterns': '{count} Muster',
    field: 'Feld',
    pattern: 'Muster',
  },
  docs: {
    of: 'e282764c',
    text: `Gibt Feldern andere Namen und lässt ihre Werte in Ruhe.

\`customer.name\` zu \`customerName\` hebt ein Feld aus seinem Objekt heraus. Ein Muster gilt für jeden Namen: \`^old_\` ersetzt durch \`new_\`.

**Achtung:** Ein Feld, das schon so heißt, wird überschrieben. Ein Feld, das es nicht gibt, wird ohne Fehler übergangen.`,
  },
};
