import type { FaultList } from './fault.js';

/** Checks that the zone of the workflow is one: its schedules and dates go by it. */
export function checkSettings(document: Record<string, unknown>, list: FaultList): void {
  const timezone = (document.settings as { timezone?: unknown } | undefined)?.timezone;
  if (typeof timezone !== 'string' || isZone(timezone)) return;
  const message = `"${timezone}" is not a time zone. Choose one such as Europe/Berlin, or leave it out.`;
  list.error('settings.timezone', 'settings.timezone', message);
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
