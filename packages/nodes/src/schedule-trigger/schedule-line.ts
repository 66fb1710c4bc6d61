import type { Say } from '@orchestrator/node-sdk';
import { counted } from '../subtitle/counted.js';

/** The rules of a schedule as a subtitle: `daily 02:00`, `Mon, Wed 08:30`, `every 15 minutes`. */
export function scheduleLine(rules: unknown, say: Say): string {
  if (!Array.isArray(rules)) return '';
  const first = rules[0] === undefined ? '' : ruleLine(rules[0], say);
  return rules.length > 1 && first !== '' ? say('{first} and {count} more', { first, count: rules.length - 1 }) : first;
}

function ruleLine(rule: unknown, say: Say): string {
  if (typeof rule !== 'object' || rule === null) return '';
  const { every = 'days', count, weekdays, day, hour, minute, expression } = rule as Record<string, unknown>;
  if (every === 'cron') return typeof expression === 'string' ? expression.slice(0, 60) : '';
  const step = whole(count, 1);
  const time = `${two(hour)}:${two(minute)}`;
  const again = Object.hasOwn(INTERVALS, String(every)) ? (INTERVALS[String(every)]?.(say, step) ?? '') : '';
  switch (every) {
    case 'hours':
      return whole(minute, 0) === 0 ? again : say('{interval} at :{minute}', { interval: again, minute: two(minute) });
    case 'days':
      return step === 1 ? say('daily {time}', { time }) : `${again} ${time}`;
    case 'weeks': {
      const named = weekdayNames(say);
      const days = (Array.isArray(weekdays) ? weekdays : [0]).flatMap((each) => named[Number(each)] ?? []);
      if (days.length === 0 && step === 1) return say('daily {time}', { time });
      return `${days.join(', ')} ${time}${step === 1 ? '' : `, ${again}`}`.trim();
    }
    case 'months':
      return `${say('day {day}, {time}', { day: whole(day, 1), time })}${step === 1 ? '' : `, ${again}`}`;
    default:
      return again;
  }
}

const INTERVALS: Readonly<Record<string, (say: Say, step: number) => string>> = {
  seconds: (say, step) => counted(say, step, 'every second', 'every {count} seconds'),
  minutes: (say, step) => counted(say, step, 'every minute', 'every {count} minutes'),
  hours: (say, step) => counted(say, step, 'every hour', 'every {count} hours'),
  days: (say, step) => counted(say, step, 'every day', 'every {count} days'),
  weeks: (say, step) => counted(say, step, 'every week', 'every {count} weeks'),
  months: (say, step) => counted(say, step, 'every month', 'every {count} months'),
};

function weekdayNames(say: Say): string[] {
  return [say('Sun'), say('Mon'), say('Tue'), say('Wed'), say('Thu'), say('Fri'), say('Sat')];
}

function whole(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
}

function two(value: unknown): string {
  return String(whole(value, 0)).padStart(2, '0');
}
