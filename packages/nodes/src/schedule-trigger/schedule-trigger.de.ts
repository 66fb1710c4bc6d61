import type { Translation } from '@orchestrator/node-sdk';

export const de: Translation = {
  keywords: ['Zeitplan', 'Uhrzeit', 'Intervall', 'täglich', 'stündlich', 'wöchentlich', 'regelmäßig', 'Uhr', 'planen'],
  texts: {
    Schedule: 'Zeitplan',
    'Starts the workflow at set times, or again and again.': 'Startet den Workflow zu festen Zeiten oder immer wieder.',
    'Start every day': 'Jeden Tag starten',
    'Start every hour': 'Jede Stunde starten',
    'Start every few minutes': 'Alle paar Minuten starten',
    'Start on days of the week': 'An Wochentagen starten',
    'Start by a cron expression': 'Nach einem Cron-Ausdruck starten',
    Rules: 'Regeln',
    rule: 'Regel',
    Every: 'Takt',
    Seconds: 'Sekunden',
    Minutes: 'Minuten',
    Hours: 'Stunden',
    Days: 'Tage',
    Weeks: 'Wochen',
    Months: 'Monate',
    'Cron expression': 'Cron-Ausdruck',
    'How many': 'Alle wie viele',
    'Every 2 hours is 2. Counted from the first time on.': 'Alle 2 Stunden ist 2. Gezählt wird vom ersten Mal an.',
    On: 'Am',
    'None chosen: every day.': 'Ohne Auswahl: jeden Tag.',
    Sunday: 'Sonntag',
    Monday: 'Montag',
    Tuesday: 'Dienstag',
    Wednesday: 'Mittwoch',
    Thursday: 'Donnerstag',
    Friday: 'Freitag',
    Saturday: 'Samstag',
    'Day of the month': 'Tag des Monats',
    'In shorter months, 29 to 31 are the last day.': 'In kürzeren Monaten sind 29 bis 31 der letzte Tag.',
    Hour: 'Stunde',
    Minute: 'Minute',
    'Minute, hour, day, month and day of the week, with the seconds in front if you like.':
      'Minute, Stunde, Tag, Monat und Wochentag; die Sekunden können davorstehen.',
    'Times that passed while nothing ran': 'Zeiten, die verstrichen, während nichts lief',
    'Are made up for by one run': 'Werden durch einen Lauf nachgeholt',
    'Are left out': 'Fallen aus',
    '{first} and {count} more': '{first} und {count} weitere',
    '{interval} at :{minute}': '{interval} um :{minute}',
    'daily {time}': 'täglich {time}',
    'day {day}, {time}': 'am {day}., {time}',
    'every second': 'jede Sekunde',
    'every {count} seconds': 'alle {count} Sekunden',
    'every minute': 'jede Minute',
    'every {count} minutes': 'alle {count} Minuten',
    'every hour': 'jede Stunde',
    'every {count} hours': 'alle {count} Stunden',
    'every day': 'jeden Tag',
    'every {count} days': 'alle {count} Tage',
    'every week': 'jede Woche',
    'every {count} weeks': 'alle {count} Wochen',
    'every month': 'jeden Monat',
    'every {count} months': 'alle {count} Monate',
    Sun: 'So',
    Mon: 'Mo',
    Tue: 'Di',
    Wed: 'Mi',
    Thu: 'Do',
    Fri: 'Fr',
    Sat: 'Sa',
  },
  docs: {
    of: '29caeea7',
    text: `Startet den Workflow zu festen Zeiten, sobald er veröffentlicht ist.

Mehrere Regeln können nebeneinanderstehen. Cron für alles, was sie nicht sagen können: \`30 8 * * 1-5\` ist halb neun, Montag bis Freitag.

**Achtung:**
- Zeiten gelten in der Zeitzone des Workflows (in seinen Einstellungen) und folgen deren Zeitumstellung.
- *Alle 3 Tage* heißt 3 Tage von einem Mal zum nächsten, auch über ein Monatsende. Das erste Mal ist das nächste, das die Regel zulässt.
- Zeiten, die verstrichen, während der Server stand, werden durch **einen** Lauf nachgeholt oder fallen aus: wie Sie wollen.
- Ein Lauf wartet nicht auf das Ende des vorigen.`,
  },
};
