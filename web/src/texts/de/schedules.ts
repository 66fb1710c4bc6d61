import { plural } from '../plural.ts';
import type { Texts } from '../texts.ts';

export const schedules: Texts['schedules'] = {
  title: 'Zeitpläne',
  figures: (count, paused) =>
    plural(count, '1 Zeitplan', '# Zeitpläne') + (paused > 0 ? ` · ${paused} angehalten` : ''),
  next: 'Was als Nächstes läuft',
  today: 'Heute',
  on: 'An',
  runs: (workflow) => `Zeitplan von ${workflow}`,
  workflow: 'Workflow',
  rule: 'Wann',
  zone: 'Zeitzone',
  nextRun: 'Nächster',
  lastRun: 'Letzter',
  missed: 'Wenn verpasst',
  missedOnce: 'einmal nachholen',
  missedSkip: 'auslassen',
  paused: 'angehalten',
  never: 'nie',
  notYet: 'noch nicht',
  everySpan: (span) => `Alle ${span}`,
  everyMinutes: (count) => plural(count, 'Jede Minute', 'Alle # Minuten'),
  hourly: (minute) => (minute === 0 ? 'Jede volle Stunde' : `Jede Stunde, ${minute} min danach`),
  daily: (time) => `Jeden Tag um ${time}`,
  workdays: 'Montag bis Freitag',
  weekly: (days, time, weeks) => `${days} um ${time}${weeks > 1 ? `, alle ${weeks} Wochen` : ''}`,
  monthly: (days, time) => `Am ${days}. jedes Monats um ${time}`,
  cron: (expression) => `Nach der Regel ${expression}`,
  emptyTitle: 'Nichts ist geplant',
  emptyText:
    'Geben Sie einem Workflow einen Zeitplan als Auslöser und veröffentlichen Sie ihn: hier steht, was ansteht.',
  toWorkflows: 'Zu den Workflows',
  onlyEditors: 'Anhalten und fortsetzen dürfen Bearbeiter und höhere Rollen.',
};
