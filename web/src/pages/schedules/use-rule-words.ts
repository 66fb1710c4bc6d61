import { useMemo } from 'react';
import { useFormat } from '../../texts/format.ts';
import { useWords } from '../../texts/texts.ts';
import { meaningOf, type Rule } from './rule.ts';

/** A Sunday; days of the week count from it. */
const SUNDAY = Date.UTC(2026, 0, 4);
const DAY_MS = 86_400_000;
const WORKDAYS = '1,2,3,4,5';

/** Puts rules into words: "Monday to Friday at 08:30". */
export function useRuleWords(): (rule: Rule) => string {
  const { language, texts } = useWords();
  const { schedules } = texts;
  const { span } = useFormat();
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const list = new Intl.ListFormat(language);
    return (rule) => {
      const meaning = meaningOf(rule);
      switch (meaning.kind) {
        case 'interval':
          return schedules.everySpan(span(meaning.ms));
        case 'minutes':
          return schedules.everyMinutes(meaning.every);
        case 'hourly':
          return schedules.hourly(meaning.minute);
        case 'daily':
          return schedules.daily(meaning.time);
        case 'weekly': {
          const days =
            meaning.days.join() === WORKDAYS
              ? schedules.workdays
              : list.format(meaning.days.map((day) => names.format(SUNDAY + day * DAY_MS)));
          return schedules.weekly(days, meaning.time, meaning.everyWeeks);
        }
        case 'monthly':
          return schedules.monthly(list.format(meaning.days.map(String)), meaning.time);
        case 'cron':
          return schedules.cron(meaning.expression);
      }
    };
  }, [language, schedules, span]);
}
