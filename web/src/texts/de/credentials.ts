import { plural } from '../plural.ts';
import type { Texts } from '../texts.ts';

export const credentials: Texts['credentials'] = {
  title: 'Zugangsdaten',
  figures: (count, more) => (more ? `${count}+ Zugänge` : plural(count, '1 Zugang', '# Zugänge')),
  new: 'Neuer Zugang',
  search: 'Zugänge suchen',
  searchExample: 'Name oder Art',
  type: 'Art',
  anyType: 'alle',
  name: 'Name',
  usedBy: 'Verwendet von',
  usedByCount: (count) => (count === 0 ? 'nichts' : plural(count, '1 Workflow', '# Workflows')),
  live: 'live',
  andMore: 'und weitere',
  discardTitle: 'Ohne Speichern schließen?',
  discardText: 'Was Sie hier eingegeben haben, geht verloren.',
  discard: 'Ohne Speichern schließen',
  tested: 'Letzter Aufruf',
  untried: 'noch nicht versucht',
  untriedHint:
    'Noch hat kein Aufruf gezeigt, ob sie funktionieren. Ein Test oder der erste Lauf, der sie verwendet, zeigt es.',
  shownBy: { test: 'durch einen Test', run: 'durch einen Lauf' },
  works: 'Funktioniert',
  fails: 'Funktioniert nicht',
  changed: 'Geändert',
  test: 'Testen',
  testing: (name) => `${name} wird getestet …`,
  testedFine: (name, message) => `${name}: ${message}`,
  emptyTitle: 'Noch keine Zugangsdaten',
  emptyText:
    'Mit Zugangsdaten melden sich Workflows bei einem Dienst an. Sie liegen verschlüsselt; Geheimnisse lassen sich verwenden und ersetzen, aber nie wieder lesen.',
  noneFound: 'Nichts passt',
  noneFoundText: 'Suchen Sie etwas anderes oder zeigen Sie alle Arten.',
  showAll: 'Alle zeigen',
  pickTitle: 'Was soll der Zugang öffnen?',
  pickSearch: 'Arten suchen',
  pickNone: 'Keine Art heißt so.',
  deleteTitle: (name) => `${name} löschen?`,
  deleteText: (count) =>
    count === 0
      ? 'Kein Workflow verwendet ihn. Er lässt sich nicht zurückholen.'
      : `${plural(count, '1 Workflow verwendet', '# Workflows verwenden')} ihn und wird scheitern, wo er gebraucht wird. Er lässt sich nicht zurückholen.`,
  selected: (count) => plural(count, '1 ausgewählt', '# ausgewählt'),
  deleteManyTitle: (count) => plural(count, 'Zugangsdaten löschen?', '# Zugangsdaten löschen?'),
  deleteManyText: (used) =>
    used === 0
      ? 'Kein Workflow verwendet sie. Sie lassen sich nicht zurückholen.'
      : `${plural(used, 'Workflows verwenden 1 davon', 'Workflows verwenden # davon')} und schlagen dort fehl, wo sie gebraucht werden. Sie lassen sich nicht zurückholen.`,
  deletedMany: (count) => plural(count, '1 Eintrag gelöscht', '# Einträge gelöscht'),
  deleted: (name) => `${name} ist gelöscht.`,
  onlyEditors: 'Sie können Zugangsdaten sehen. Anlegen, ändern und testen dürfen Bearbeiter und höhere Rollen.',
};
