import { useMemo } from 'react';
import { useWords } from './texts.ts';

/** Times as the clocks of another zone than the browser's show them, with the zone's name. */
export function useZonedFormat() {
  const { language } = useWords();
  return useMemo(() => {
    const write = (options: Intl.DateTimeFormatOptions) => (at: string | Date, zone: string) =>
      format(language, options, zone).format(typeof at === 'string' ? new Date(at) : at);
    const day = write({ weekday: 'long', day: 'numeric', month: 'long' });
    const date = write({ day: 'numeric', month: 'short', year: 'numeric' });
    const minutes = write({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const seconds = write({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
    /** "09:00" as rules say it, in any language; with the seconds where there are some. */
    const time = (at: string, zone: string) => (new Date(at).getTime() % 60_000 < 1000 ? minutes : seconds)(at, zone);
    return {
      time,
      /** "Monday, 30 November": a day as it is there. */
      day,
      /** "30 Nov 2026, 09:00 Europe/Berlin". */
      dateTime: (at: string, zone: string) => `${date(at, zone)}, ${time(at, zone)} ${zone}`,
    };
  }, [language]);
}

/** A zone that this browser doesn't know is shown as UTC, rather than nothing. */
function format(language: string, options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  }
}
