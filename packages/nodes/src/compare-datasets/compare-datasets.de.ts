import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Unterschied', 'Differenz', 'abgleichen', 'synchronisieren', 'Änderungen', 'vergleichen'],
  texts: {
    'Compare datasets': 'Datenbestände vergleichen',
    'Finds what two lists share, where they differ, and what only one of them has.':
      'Findet, was zwei Listen gemeinsam haben, worin sie sich unterscheiden und was nur eine von ihnen hat.',
    'Compare two lists of items': 'Zwei Listen von Elementen vergleichen',
    'Find items that are new, changed or gone': 'Neue, geänderte und verschwundene Elemente finden',
    'Fields to match': 'Felder zum Zuordnen',
    'pair of fields': 'Paar von Feldern',
    'Field of input A': 'Feld von Eingang A',
    'Field of input B': 'Feld von Eingang B',
    'When matching items differ': 'Wenn sich zugeordnete Elemente unterscheiden',
    'Show both values of every field': 'Beide Werte jedes Feldes zeigen',
    'Give the item of input A': 'Das Element von Eingang A geben',
    'Give the item of input B': 'Das Element von Eingang B geben',
    'Mix them': 'Mischen',
    Prefer: 'Bevorzugen',
    'Input A': 'Eingang A',
    'Input B': 'Eingang B',
    'For everything but': 'Außer bei',
    'Fields that are taken from the other input, separated by commas.':
      'Felder, die vom anderen Eingang genommen werden, durch Kommas getrennt.',
    'Fields not to compare': 'Nicht zu vergleichende Felder',
    'Separated by commas.': 'Durch Kommas getrennt.',
    'When several match': 'Wenn mehrere passen',
    'Compare with the first': 'Mit dem ersten vergleichen',
    'Compare with each of them': 'Mit jedem vergleichen',
    'Compare across types': 'Über Typen hinweg vergleichen',
    'Counts 5 and "5", true and "true", and all empty values as the same.':
      '5 und "5", true und "true" sowie alle leeren Werte gelten als gleich.',
    'A missing field counts as empty': 'Ein fehlendes Feld gilt als leer',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    'Only in A': 'Nur in A',
    Same: 'Gleich',
    Different: 'Verschieden',
    'Only in B': 'Nur in B',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
    'by {fields}': 'nach {fields}',
  },
  docs: {
    of: '17035065',
    text: `Vergleicht die Elemente von Eingang A mit denen von Eingang B, zugeordnet über die Felder, die Sie nennen, und verteilt sie auf vier Ausgänge: nur in A, gleich, verschieden, nur in B.

Um eine Tabelle mit einer Quelle gleichzuhalten: A ist die Quelle, B die Tabelle, zugeordnet über \`id\`. *Nur in A* ist hinzuzufügen, *Verschieden* zu ändern, *Nur in B* zu entfernen.

**Achtung:** Beide Eingänge müssen gelaufen sein, bevor verglichen werden kann. Passen mehrere Elemente, werden alle verglichen oder nur das erste: *Wenn mehrere passen* entscheidet das.`,
  },
};
