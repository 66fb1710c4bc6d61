import { describe, expect, it } from 'vitest';
import { meaningOf } from './rule.ts';

const cron = (expression: string, everyWeeks?: number) =>
  meaningOf({ kind: 'cron', expression, ...(everyWeeks ? { everyWeeks } : {}) });

describe('the meaning of a rule', () => {
  it('knows intervals', () =>
    expect(meaningOf({ kind: 'interval', ms: 5000 })).toEqual({ kind: 'interval', ms: 5000 }));
  it('knows minutes and hours', () => {
    expect(cron('* * * * *')).toEqual({ kind: 'minutes', every: 1 });
    expect(cron('0 */15 * * * *')).toEqual({ kind: 'minutes', every: 15 });
    expect(cron('20 * * * *')).toEqual({ kind: 'hourly', minute: 20, every: 1 });
  });
  it('knows days, days of the week and of the month', () => {
    expect(cron('0 30 8 * * *')).toEqual({ kind: 'daily', time: '08:30', everyDays: 1 });
    expect(cron('0 9 * * 1-5')).toEqual({ kind: 'weekly', days: [1, 2, 3, 4, 5], time: '09:00', everyWeeks: 1 });
    expect(cron('0 9 * * 0,7', 2)).toEqual({ kind: 'weekly', days: [0], time: '09:00', everyWeeks: 2 });
    expect(cron('0 6 1,15 * *')).toEqual({
      kind: 'monthly',
      days: [1, 15],
      time: '06:00',
      everyMonths: 1,
      orLast: false,
    });
  });
  it('knows what counts from one time to the next', () => {
    const rule = (expression: string, more: object) => meaningOf({ kind: 'cron', expression, ...more });
    expect(rule('5 * * * *', { everyHours: 13 })).toEqual({ kind: 'hourly', minute: 5, every: 13 });
    expect(rule('5 */6 * * *', {})).toEqual({ kind: 'hourly', minute: 5, every: 6 });
    expect(rule('0 9 * * *', { everyDays: 3 })).toEqual({ kind: 'daily', time: '09:00', everyDays: 3 });
    const monthly = { kind: 'monthly', days: [31], time: '09:00', everyMonths: 2, orLast: true };
    expect(rule('0 9 28-31 * *', { everyMonths: 2, monthDay: 31 })).toEqual(monthly);
  });
  it('leaves what is out of the ordinary as it is written', () => {
    for (const expression of ['5 0 8 * * *', '0 9-17 * * *', '0 9 * 6 *', '0 9 1 * 1', '0 9 * * mon', 'nonsense']) {
      expect(cron(expression)).toEqual({ kind: 'cron', expression });
    }
  });
});
