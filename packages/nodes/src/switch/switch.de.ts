import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Weiche', 'Bedingung', 'Verzweigung', 'Fälle', 'verteilen', 'Route'],
  texts: {
    Switch: 'Weiche',
    'Sends each item to one of several branches by rules or by an expression.':
      'Schickt jedes Element nach Regeln oder einem Ausdruck in einen von mehreren Zweigen.',
    'Send items to one of several branches': 'Elemente auf mehrere Zweige verteilen',
    'Choose a branch by an expression': 'Einen Zweig durch einen Ausdruck wählen',
    Mode: 'Modus',
    Rules: 'Regeln',
    'An item takes the output of the first rule that it meets.':
      'Ein Element nimmt den Ausgang der ersten Regel, die es erfüllt.',
    Expression: 'Ausdruck',
    'An expression gives the number of the output.': 'Ein Ausdruck gibt die Nummer des Ausgangs.',
    rule: 'Regel',
    'Name of the output': 'Name des Ausgangs',
    Conditions: 'Bedingungen',
    Output: 'Ausgang',
    'Number of the output, from 0. Left empty: the place of the rule.':
      'Nummer des Ausgangs, ab 0. Leer: die Stelle der Regel.',
    'Number of outputs': 'Anzahl der Ausgänge',
    'Left empty: one for each rule.': 'Leer: einer für jede Regel.',
    'Number of the output that the item takes, from 0.': 'Nummer des Ausgangs, den das Element nimmt, ab 0.',
    'Items that meet no rule': 'Elemente, die keine Regel erfüllen',
    'Are dropped': 'Fallen weg',
    'Take an output of their own': 'Nehmen einen eigenen Ausgang',
    'Take one of the outputs': 'Nehmen einen der Ausgänge',
    'Name of that output': 'Name dieses Ausgangs',
    'Output of items that meet no rule': 'Ausgang für Elemente, die keine Regel erfüllen',
    'To every output that fits': 'An jeden passenden Ausgang',
    'An item goes to the outputs of all rules that it meets, not of the first alone.':
      'Ein Element geht an die Ausgänge aller Regeln, die es erfüllt, nicht nur an den der ersten.',
    fallback: 'sonst',
    'by expression': 'durch einen Ausdruck',
    '1 rule': '1 Regel',
    '{count} rules': '{count} Regeln',
  },
  docs: {
    of: 'a40729c6',
    text: `Schickt jedes Element an den Ausgang der ersten Regel, die es erfüllt.

Die Regeln *neu*, *bezahlt*, *verschickt*, jede mit einem Namen: Die Namen stehen an den Ausgängen. Was keine erfüllt, fällt weg, es sei denn, Sie geben ihm einen eigenen Ausgang (*Elemente, die keine Regel erfüllen*).

**Achtung:** Die Reihenfolge zählt, die erste Regel gewinnt. *An jeden passenden Ausgang* schickt ein Element auf mehr als einen Weg. Für zwei Wege ist **Wenn** einfacher.`,
  },
};
