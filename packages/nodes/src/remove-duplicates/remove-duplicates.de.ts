import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['doppelt', 'eindeutig', 'einmalig', 'Dubletten', 'nur neue Elemente'],
  texts: {
    'Remove duplicates': 'Duplikate entfernen',
    'Leaves out items that are there twice, or that an earlier execution has seen.':
      'Lässt Elemente weg, die doppelt sind oder die eine frühere Ausführung schon gesehen hat.',
    'Remove items that are there twice': 'Doppelte Elemente entfernen',
    'Keep only items that earlier runs have not seen': 'Nur Elemente behalten, die frühere Läufe nicht gesehen haben',
    'Forget the items seen so far': 'Bisher gesehene Elemente vergessen',
    Operation: 'Vorgang',
    'Remove items that are in the input twice': 'Elemente entfernen, die im Eingang doppelt sind',
    'Remove items that earlier executions have seen': 'Elemente entfernen, die frühere Ausführungen gesehen haben',
    'Forget what earlier executions have seen': 'Vergessen, was frühere Ausführungen gesehen haben',
    Compare: 'Vergleichen',
    'All fields': 'Alle Felder',
    'All fields but those named': 'Alle Felder außer den genannten',
    'Only the fields named': 'Nur die genannten Felder',
    Fields: 'Felder',
    'Separated by commas.': 'Durch Kommas getrennt.',
    'Keep an item when its value': 'Ein Element behalten, wenn sein Wert',
    'Is new': 'Neu ist',
    'Is higher than any before': 'Höher ist als alle zuvor',
    'Is a date later than any before': 'Ein späteres Datum ist als alle zuvor',
    Value: 'Wert',
    'What tells items apart, such as {{ $json.id }}.': 'Was Elemente unterscheidet, etwa {{ $json.id }}.',
    Options: 'Optionen',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    'Remove all fields that are not compared': 'Alle Felder entfernen, die nicht verglichen werden',
    'Remember for': 'Merken für',
    'This node alone': 'Nur diesen Knoten',
    'All nodes of this workflow that remember for it': 'Alle Knoten dieses Workflows, die sich etwas für ihn merken',
    'Values to remember': 'So viele Werte merken',
    'When there are more, the oldest are forgotten.': 'Sind es mehr, werden die ältesten vergessen.',
    'Behaviour of older versions': 'Verhalten älterer Versionen',
    'Let a field be missing, or of different types': 'Ein Feld darf fehlen oder verschiedene Typen haben',
    'Take null as a type of its own': 'null als eigenen Typ nehmen',
    'When going on after an error, give one item with the error':
      'Beim Weitermachen nach einem Fehler ein Element mit dem Fehler geben',
    kept: 'behalten',
    discarded: 'verworfen',
    'seen before': 'schon gesehen',
    forget: 'vergessen',
    'by {fields}': 'nach {fields}',
    'all but {fields}': 'alle außer {fields}',
    'by all fields': 'nach allen Feldern',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
  },
  docs: {
    of: '7ed59676',
    text: `Lässt weg, was doppelt ist, in diesem Eingang oder über alle Läufe.

*Die frühere Ausführungen gesehen haben* macht aus einer Liste, die immer wieder geholt wird, Neuigkeiten: Nennen Sie, was Elemente unterscheidet, \`={{ $json.id }}\`, und nur neue gehen durch **behalten** hinaus.

**Achtung:** *Vergessen, was frühere Ausführungen gesehen haben* fängt von vorn an. Nur so viele Werte werden gemerkt (eine Option); die ältesten gehen zuerst.`,
  },
};
