import type { ExecutionView } from './dto/execution-answers.js';

const COLUMNS = [
  'id',
  'workflowId',
  'workflowName',
  'version',
  'status',
  'mode',
  'queuedAt',
  'startedAt',
  'finishedAt',
  'error',
] as const satisfies readonly (keyof ExecutionView)[];

/** A cell that a spreadsheet takes for a formula begins so (OWASP, CSV injection); a quote before it makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV (RFC 4180), of what a list of executions shows. */
export function executionsCsv(rows: readonly ExecutionView[]): string {
  return [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => cell(textOf(row[name]))).join(','))].join(
    '\r\n',
  );
}

function textOf(value: ExecutionView[(typeof COLUMNS)[number]]): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? value.message : String(value);
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
