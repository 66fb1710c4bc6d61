import { plural } from '../plural.ts';

export const credentials = {
  title: 'Credentials',
  figures: (count: number, more: boolean) =>
    more ? `${count}+ credentials` : plural(count, '1 credential', '# credentials'),
  new: 'New credential',
  search: 'Search credentials',
  searchExample: 'name or type',
  type: 'Type',
  anyType: 'any',
  name: 'Name',
  usedBy: 'Used by',
  usedByCount: (count: number) => (count === 0 ? 'nothing' : plural(count, '1 workflow', '# workflows')),
  live: 'live',
  andMore: 'and more',
  discardTitle: 'Close without saving?',
  discardText: 'What you typed here is lost.',
  discard: 'Close without saving',
  tested: 'Last call',
  untried: 'not tried yet',
  untriedHint: 'No call has shown yet whether it works. A test or the first run that uses it will.',
  shownBy: { test: 'by a test', run: 'by a run' },
  works: 'Works',
  fails: 'Does not work',
  changed: 'Changed',
  test: 'Test',
  testing: (name: string) => `Testing ${name} …`,
  testedFine: (name: string, message: string) => `${name}: ${message}`,
  emptyTitle: 'No credentials yet',
  emptyText:
    'A credential lets workflows sign in to a service. It is kept encrypted; its secrets can be used and replaced, never read again.',
  noneFound: 'No credential fits',
  noneFoundText: 'Search for something else, or show all types.',
  showAll: 'Show all',
  pickTitle: 'What should the credential open?',
  pickSearch: 'Search types',
  pickNone: 'There is no type with this name.',
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteText: (count: number) =>
    count === 0
      ? 'No workflow uses it. It can’t be brought back.'
      : `${plural(count, '1 workflow uses', '# workflows use')} it and will fail where they need it. It can’t be brought back.`,
  selected: (count: number) => plural(count, '1 selected', '# selected'),
  deleteManyTitle: (count: number) => plural(count, 'Delete 1 credential?', 'Delete # credentials?'),
  deleteManyText: (used: number) =>
    used === 0
      ? 'No workflow uses them. They can’t be brought back.'
      : `${plural(used, 'Workflows use 1 of them', 'Workflows use # of them')} and will fail where they need it. They can’t be brought back.`,
  deletedMany: (count: number) => plural(count, '1 credential deleted', '# credentials deleted'),
  deleted: (name: string) => `${name} is deleted.`,
  onlyEditors: 'You may see credentials. Editors and up can make, change and test them.',
};
