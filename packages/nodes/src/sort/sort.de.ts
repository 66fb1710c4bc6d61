import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['ordnen', 'Reihenfolge', 'sortieren', 'mischen', 'Zufall'],
  texts: {
    Sort: 'Sortieren',
    'Puts items in order, by fields or by your own code, or shuffles them.':
      'Ordnet Elemente nach Feldern oder eigenem Code, oder mischt sie.',
    'Sort items by fields': 'Elemente nach Feldern sortieren',
    'Shuffle items': 'Elemente mischen',
    'Sort items by code': 'Elemente durch Code sortieren',
    'By fields': 'Nach Feldern',
    Randomly: 'Zufällig',
    'By code': 'Durch Code',
    Fields: 'Felder',
    'The second counts where the first is equal, and so on.': 'Das zweite zählt, wo das erste gleich ist, und so fort.',
    Field: 'Feld',
    Order: 'Reihenfolge',
    Ascending: 'Aufsteigend',
    Descending: 'Absteigend',
    Code: 'Code',
    'Compares items a and b: return less than 0 when a comes first, more than 0 when b does, else 0.':
      'Vergleicht die Elemente a und b: weniger als 0 zurückgeben, wenn a zuerst kommt, mehr als 0, wenn b zuerst kommt, sonst 0.',
    Options: 'Optionen',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    shuffle: 'mischen',
    'by code': 'durch Code',
    'by {fields}': 'nach {fields}',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
    field: 'Feld',
  },
  docs: {
    of: '7c2dde96',
    text: `Bringt die Elemente in eine Reihenfolge.

Nach Feldern: Das zweite Feld zählt, wo das erste gleich ist. Durch Code: Vergleichen Sie \`a\` und \`b\`, \`return a.json.total - b.json.total;\`.

**Achtung:** Zahlen in Text werden wie Text geordnet: \`"10"\` vor \`"9"\`. Machen Sie zuerst Zahlen daraus (**Felder bearbeiten**).`,
  },
};
