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
  hourly: (minute, hours) =>
    minute === 0
      ? plural(hours, 'Jede volle Stunde', 'Alle # Stunden zur vollen Stunde')
      : `${plural(hours, 'Jede Stunde', 'Alle # Stunden')}, ${minute} min danach`,
  daily: (time, days) => `${plural(days, 'Jeden Tag', 'Alle # Tage')} um ${time}`,
  workdays: 'Montag bis Freitag',
  weekly: (days, time, weeks) => `${days} um ${time}${weeks > 1 ? `, alle ${weeks} Wochen` : ''}`,
  monthly: (days, time, months) => `Am ${days}. ${plural(months, 'jedes Monats', 'alle # Monate')} um ${time}`,
  monthlyLast: (day, time, months) =>
    `Am ${day}. oder Letzten ${plural(months, 'jedes Monats', 'alle # Monate')} um ${time}`,
  cron: (expression) => `Nach der Regel ${expression}`,
  emptyTitle: 'Nichts ist geplant',
  emptyText:
    'Geben Sie einem Workflow einen Zeitplan als Auslöser und veröffentlichen Sie ihn: hier steht, was ansteht.',
  toWorkflows: 'Zu den Workflows',
  onlyEditors: 'Anhalten und fortsetzen dürfen Bearbeiter und höhere Rollen.',
};
