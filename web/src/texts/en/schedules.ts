import { plural } from '../plural.ts';

export const schedules = {
  title: 'Schedules',
  figures: (count: number, paused: number) =>
    plural(count, '1 schedule', '# schedules') + (paused > 0 ? ` · ${paused} paused` : ''),
  next: 'What runs next',
  today: 'Today',
  on: 'On',
  runs: (workflow: string) => `Schedule of ${workflow}`,
  workflow: 'Workflow',
  rule: 'When',
  nextRun: 'Next',
  lastRun: 'Last',
  missed: 'If missed',
  missedOnce: 'run once',
  missedSkip: 'skip',
  paused: 'paused',
  never: 'never',
  notYet: 'not yet',
  everySpan: (span: string) => `Every ${span}`,
  everyMinutes: (count: number) => plural(count, 'Every minute', 'Every # minutes'),
  hourly: (minute: number, hours: number) =>
    `${plural(hours, 'Every hour', 'Every # hours')}, ${minute === 0 ? 'on the hour' : `${minute} min past`}`,
  daily: (time: string, days: number) => `${plural(days, 'Every day', 'Every # days')} at ${time}`,
  workdays: 'Monday to Friday',
  weekly: (days: string, time: string, weeks: number) =>
    `${days} at ${time}${weeks > 1 ? `, every ${weeks} weeks` : ''}`,
  monthly: (days: string, time: string, months: number) =>
    `On day ${days} of ${plural(months, 'each month', 'every # months')} at ${time}`,
  monthlyLast: (day: string, time: string, months: number) =>
    `On day ${day}, or the last, of ${plural(months, 'each month', 'every # months')} at ${time}`,
  cron: (expression: string) => `By the rule ${expression}`,
  emptyTitle: 'Nothing is scheduled',
  emptyText: 'Give a workflow a Schedule trigger and publish it: what comes next is shown here.',
  toWorkflows: 'To the workflows',
  onlyEditors: 'Editors and up can pause and resume.',
};
