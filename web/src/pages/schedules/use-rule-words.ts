import { useMemo } from 'react';
import { useFormat } from '../../texts/format.ts';
import { useWords } from '../../texts/texts.ts';
import { meaningOf, type Rule } from './rule.ts';

/** A Sunday; days of the week count from it. */
const SUNDAY = Date.UTC(2026, 0, 4);
const DAY_MS = 86_400_000;
const WORKDAYS = '1,2,3,4,5';

/** Puts rules into words, with the zone that their times are meant in: "Monday to Friday at 08:30 Europe/Berlin". */
export function useRuleWords(): (rule: Rule, zone: string) => string {
  const { language, texts } = useWords();
  const { schedules } = texts;
  const { span } = useFormat();
  return useMemo(() => {
    const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const list = new Intl.ListFormat(language);
    return (rule, zone) => {
      const meaning = meaningOf(rule);
      const zoned = (time: string) => `${time} ${zone}`;
      switch (meaning.kind) {
        case 'interval':
          return schedules.everySpan(span(meaning.ms));
        case 'minutes':
          return schedules.everyMinutes(meaning.every);
        case 'hourly':
          return schedules.hourly(meaning.minute, meaning.every);
        case 'daily':
          return schedules.daily(zoned(meaning.time), meaning.everyDays);
        case 'weekly': {
          const days =
            meaning.days.join() === WORKDAYS
              ? schedules.workdays
              : list.format(meaning.days.map((day) => names.format(SUNDAY + day * DAY_MS)));
          return schedules.weekly(days, zoned(meaning.time), meaning.everyWeeks);
        }
        case 'monthly': {
          const days = list.format(meaning.days.map(String));
          const say = meaning.orLast ? schedules.monthlyLast : schedules.monthly;
          return say(days, zoned(meaning.time), meaning.everyMonths);
        }
        case 'cron':
          return `${schedules.cron(meaning.expression)}, ${zone}`;
      }
    };
  }, [language, schedules, span]);
}
