import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['nichts', 'durchreichen', 'Sammelpunkt', 'verbinden'],
  texts: {
    'No operation': 'Nichts tun',
    'Passes its items on unchanged; a place to join or end branches.':
      'Gibt seine Elemente unverändert weiter; ein Ort, um Zweige zu verbinden oder zu beenden.',
    'Do nothing': 'Nichts tun',
    'Join branches in one place': 'Zweige an einer Stelle verbinden',
  },
  docs: {
    of: '3c1cfa4e',
    text: `Gibt seine Elemente weiter, wie sie sind. Gut, um Zweige an einer Stelle zu verbinden, dem Ende eines Zweigs einen Namen zu geben oder beim Bauen einen Platz freizuhalten.

**Achtung:** Er läuft einmal für jeden Zweig, der ihn erreicht. Um auf alle zu warten, nehmen Sie **Zusammenführen**.`,
  },
};
