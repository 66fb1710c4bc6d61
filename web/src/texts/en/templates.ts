import { plural } from '../plural.ts';

export const templates = {
  title: 'Templates',
  figures: (count: number) => plural(count, '1 workflow to start from', '# workflows to start from'),
  searchLabel: 'Search templates',
  searchExample: 'webhook mail',
  use: 'Use this',
  takeNamed: (name: string) => `Use this: ${name}`,
  emptyTitle: 'No templates here yet',
  emptyText: 'Workflows that you have elsewhere can be imported instead.',
  noneFound: 'No template fits',
};
