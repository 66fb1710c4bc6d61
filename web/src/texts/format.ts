import { useMemo } from 'react';
import { useWords } from './texts.ts';

/** Times, spans and numbers as the chosen language writes them. */
export function useFormat() {
  const { language } = useWords();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
    const shortDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' });
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const number = new Intl.NumberFormat(language);
    const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(language, {
      style: 'percent',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    const isToday = (date: Date) => date.toDateString() === new Date().toDateString();
    return {
      number: (value: number) => number.format(value),
      /** The whole date and time. */
      dateTime: (iso: string) => dateTime.format(new Date(iso)),
      /** The time today, else the day and the time: for tables. */
      moment: (iso: string) => {
        const date = new Date(iso);
        return isToday(date) ? time.format(date) : `${shortDate.format(date)}, ${time.format(date)}`;
      },
      /** "3 minutes ago", "in 2 hours". */
      ago: (iso: string) => {
        const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
        for (const [unit, size] of UNITS) {
          if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
        }
        return relative.format(Math.round(seconds), 'second');
      },
      /** A span of milliseconds: "214 ms", "5.0 s", "3 min 20 s". */
      span: (ms: number) => span(ms, decimal.format),
      bytes: (count: number) => bytes(count, decimal.format),
      /** A share of 1, to two decimals. */
      percent: (share: number) => percent.format(share),
    };
  }, [language]);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

type Write = (value: number) => string;

function span(ms: number, write: Write): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${write(ms / 1000)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
  return `${Math.floor(ms / 3_600_000)} h ${Math.round((ms % 3_600_000) / 60_000)} min`;
}

function bytes(count: number, write: Write): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : write(value)} ${units[unit]}`;
}
