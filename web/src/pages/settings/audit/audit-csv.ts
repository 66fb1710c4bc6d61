import type { components } from '../../../api/schema.d.ts';

type Entry = components['schemas']['AuditEntry'];
/** Spreadsheets take cells that begin with these for formulas. */
const FORMULA = /^[=+\-@\t\r]/;

/** The entries as a file for spreadsheets; no cell can run as a formula. */
export function auditCsv(entries: readonly Entry[], who: (entry: Entry) => string): string {
  const lines = entries.map((entry) => [
    entry.at,
    who(entry),
    entry.action,
    entry.target.type,
    entry.target.id,
    entry.before === null ? '' : JSON.stringify(entry.before),
    entry.after === null ? '' : JSON.stringify(entry.after),
  ]);
  const head = ['at', 'who', 'action', 'target type', 'target id', 'before', 'after'];
  return [head, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
