import type { Texts } from '../texts.ts';

export const frame: Texts['frame'] = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  workflows: 'Workflows',
  executions: 'Ausführungen',
  schedules: 'Zeitpläne',
  credentials: 'Zugangsdaten',
  templates: 'Vorlagen',
  settings: 'Einstellungen',
  find: 'Finden oder tun',
  menu: 'Menü',
  account: 'Konto',
  signOut: 'Abmelden',
  switchTenant: 'Mandant wechseln',
  theme: 'Farben',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  themeSystem: 'Wie das System',
  language: 'Sprache',
};
