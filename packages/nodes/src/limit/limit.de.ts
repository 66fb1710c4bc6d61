import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['begrenzen', 'erste', 'letzte', 'Anfang', 'Ende', 'kürzen'],
  texts: {
    Limit: 'Begrenzen',
    'Keeps only the first or last items.': 'Behält nur die ersten oder letzten Elemente.',
    'Keep only the first items': 'Nur die ersten Elemente behalten',
    'Keep only the last items': 'Nur die letzten Elemente behalten',
    'Items to keep': 'So viele Elemente behalten',
    'Any more are left out.': 'Weitere fallen weg.',
    Keep: 'Behalten',
    'First items': 'Die ersten Elemente',
    'Last items': 'Die letzten Elemente',
    'last {count}': 'die letzten {count}',
    'first {count}': 'die ersten {count}',
  },
  docs: {
    of: '07a90f3b',
    text: `Lässt so viele Elemente durch, vom Anfang oder vom Ende der Liste.

Gut beim Bauen: Nach einem Knoten, der Tausende gibt, hält *die ersten 5* den Rest des Workflows schnell. **Sortieren** davor gibt die größten, neuesten oder billigsten.

**Achtung:** Für die Knoten dahinter sind die anderen weg. Entfernen Sie ihn oder schalten Sie ihn aus, bevor Sie veröffentlichen.`,
  },
};
