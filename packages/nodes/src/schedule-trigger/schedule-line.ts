const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The rules of a schedule as a subtitle: `daily 02:00`, `Mon, Wed 08:30`, `every 15 minutes`. */
export function scheduleLine(rules: unknown): string {
  if (!Array.isArray(rules)) return '';
  const first = rules[0] === undefined ? '' : ruleLine(rules[0]);
  return rules.length > 1 && first !== '' ? `${first} and ${rules.length - 1} more` : first;
}

function ruleLine(rule: unknown): string {
  if (typeof rule !== 'object' || rule === null) return '';
  const { every = 'days', count, weekdays, day, hour, minute, expression } = rule as Record<string, unknown>;
  const step = whole(count, 1);
  const time = `${two(hour)}:${two(minute)}`;
  switch (every) {
    case 'seconds':
    case 'minutes':
      return interval(step, every);
    case 'hours':
      return whole(minute, 0) === 0 ? interval(step, every) : `${interval(step, every)} at :${two(minute)}`;
    case 'days':
      return step === 1 ? `daily ${time}` : `${interval(step, every)} ${time}`;
    case 'weeks': {
      const days = (Array.isArray(weekdays) ? weekdays : [0]).flatMap((each) => WEEKDAYS[Number(each)] ?? []);
      return `${days.join(', ')} ${time}${step === 1 ? '' : `, ${interval(step, every)}`}`.trim();
    }
    case 'months':
      return `day ${whole(day, 1)}, ${time}${step === 1 ? '' : `, ${interval(step, every)}`}`;
    case 'cron':
      return typeof expression === 'string' ? expression.slice(0, 60) : '';
    default:
      return '';
  }
}

function interval(step: number, unit: string): string {
  return step === 1 ? `every ${unit.slice(0, -1)}` : `every ${step} ${unit}`;
}

function whole(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
}

function two(value: unknown): string {
  return String(whole(value, 0)).padStart(2, '0');
}
