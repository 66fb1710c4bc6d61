import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['sammeln', 'gruppieren', 'zusammenfassen', 'Liste', 'verketten'],
  texts: {
    Aggregate: 'Sammeln',
    'Puts fields of many items, or whole items, into lists of one item.':
      'Legt Felder vieler Elemente, oder ganze Elemente, in Listen eines einzigen.',
    'Gather a field of all items into a list': 'Ein Feld aller Elemente in einer Liste sammeln',
    'Put all items into one list': 'Alle Elemente in eine Liste legen',
    'Fields, each into a list of its own': 'Felder, jedes in eine eigene Liste',
    'Whole items into one list': 'Ganze Elemente in eine Liste',
    Fields: 'Felder',
    field: 'Feld',
    'Input field': 'Eingangsfeld',
    'Give the list another name': 'Der Liste einen anderen Namen geben',
    'Output field': 'Ausgangsfeld',
    'Put the list in field': 'Liste in dieses Feld legen',
    'Fields of the items': 'Felder der Elemente',
    All: 'Alle',
    'Those named': 'Die genannten',
    'All but those named': 'Alle außer den genannten',
    'Fields to include': 'Felder, die dabei sind',
    'Fields to leave out': 'Felder, die wegfallen',
    Options: 'Optionen',
    'Dots reach into objects': 'Punkte führen in Objekte hinein',
    'Merge lists': 'Listen zusammenlegen',
    'A field that is a list adds its entries to the output list, not itself.':
      'Ein Feld, das eine Liste ist, fügt seine Einträge hinzu und nicht sich selbst.',
    'Keep missing and empty values': 'Fehlende und leere Werte behalten',
    'Adds null to the list where the field is missing or null.':
      'Fügt null in die Liste ein, wo das Feld fehlt oder null ist.',
    'Keep files': 'Dateien behalten',
    'Keep only one of equal files': 'Von gleichen Dateien nur eine behalten',
    'Files are taken as equal when kind, size and extension are the same.':
      'Dateien gelten als gleich, wenn Art, Größe und Endung übereinstimmen.',
    'Behaviour of older versions': 'Verhalten älterer Versionen',
    'Fail when a field is in none of the items': 'Scheitern, wenn ein Feld in keinem Element vorkommt',
    'whole items': 'ganze Elemente',
    '1 field': '1 Feld',
    '{count} fields': '{count} Felder',
  },
  docs: {
    of: '9980a98e',
    text: `Macht aus allem, was hereinkommt, **ein** Element.

- **Felder** nimmt den Wert jedes genannten Feldes aus jedem Element und legt die Werte in eine Liste.
- **Ganze Elemente** legt die Elemente selbst in eine Liste, in das Feld, das Sie nennen.

Aus drei Elementen mit \`email\` wird eines: \`{ "email": ["a@x.org", "b@x.org", "c@x.org"] }\`. Gut vor einem Knoten, der einmal laufen soll und nicht für jedes Element, etwa einer Mail mit allen Zeilen darin. **Liste aufteilen** ist der Weg zurück.

**Achtung:** Elemente ohne das Feld werden übergangen, darum können zwei Listen verschieden lang sein. Mit *Fehlende und leere Werte behalten* steht dort \`null\`.`,
  },
};
