import { plural } from '../plural.ts';
import type { Texts } from '../texts.ts';

export const templates: Texts['templates'] = {
  title: 'Vorlagen',
  figures: (count) => plural(count, '1 Workflow als Anfang', '# Workflows als Anfang'),
  searchLabel: 'Vorlagen suchen',
  searchExample: 'webhook mail',
  use: 'Verwenden',
  takeNamed: (name) => `Verwenden: ${name}`,
  emptyTitle: 'Hier gibt es noch keine Vorlagen',
  emptyText: 'Workflows, die Sie anderswo haben, lassen sich stattdessen importieren.',
  noneFound: 'Keine Vorlage passt',
};
