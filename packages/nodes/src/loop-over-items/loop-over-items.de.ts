import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Schleife', 'Stapel', 'Schub', 'wiederholen', 'für jedes', 'nacheinander'],
  texts: {
    'Loop over items': 'Schleife über Elemente',
    'Hands on a few items at a time, until all have been through the loop.':
      'Gibt nach und nach einige Elemente weiter, bis alle durch die Schleife gegangen sind.',
    'Loop over items one by one': 'Elemente einzeln durchlaufen',
    'Work through items in batches': 'Elemente in Schüben abarbeiten',
    'Items at a time': 'Elemente auf einmal',
    Options: 'Optionen',
    'Start over': 'Von vorn beginnen',
    'What arrives now is taken as new items to loop over, not as the result of the last batch.':
      'Was jetzt ankommt, gilt als neue Elemente für die Schleife und nicht als Ergebnis des letzten Schubs.',
    Outputs: 'Ausgänge',
    'Older workflows have their outputs in another order.':
      'Ältere Workflows haben ihre Ausgänge in anderer Reihenfolge.',
    'Done, then loop': 'Fertig, dann Schleife',
    'Loop, then done': 'Schleife, dann fertig',
    'Loop only': 'Nur Schleife',
    batch: 'Schub',
    loop: 'Schleife',
    done: 'fertig',
    '{size} at a time': 'je {size}',
  },
  docs: {
    of: 'cacb5c05',
    text: `Gibt durch **Schleife** einige Elemente weiter, wartet, bis sie zurückkommen, und gibt die nächsten weiter. Sind alle durch, gehen sie zusammen durch **fertig** hinaus.

Verbinden Sie den letzten Knoten der Schleife mit dem Eingang dieses Knotens. Typisch: zehn Elemente, ein Aufruf, eine Sekunde **Warten**, zurück.

**Achtung:** Die meisten Knoten arbeiten von selbst an jedem Element und brauchen keine Schleife. Nehmen Sie eine, wo es auf das Tempo ankommt oder eine Runde das Ergebnis der vorigen braucht. Was über die Schleife hereinkommt, gilt als Ergebnis des Schubs; *Von vorn beginnen* nimmt es als neue Elemente.`,
  },
};
