import type { SaveData, WorkflowSettings } from '@orchestrator/workflow';
import { isRecord } from './clean-json.js';
import type { ReportWriter } from './report.js';

/** n8n's settings that have no meaning here, or are the editor's own: left out without a word. */
const SILENT: ReadonlySet<string> = new Set([
  'executionOrder',
  'timezone',
  'errorWorkflow',
  'executionTimeout',
  'callerPolicy',
  'callerIds',
  'saveDataErrorExecution',
  'saveDataSuccessExecution',
  'saveManualExecutions',
  'saveExecutionProgress', // every step is kept here anyway
  'binaryMode',
  'engineType',
  'timeSavedPerExecution',
  'timeSavedMode',
  'availableInMCP',
  'templateId',
]);

/** Reads n8n's settings. A file without `executionOrder` comes from a time when there was only `v0`. */
export function importSettings(given: unknown, report: ReportWriter): WorkflowSettings {
  const raw = isRecord(given) ? given : {};
  const settings: WorkflowSettings = { executionOrder: raw.executionOrder === 'v1' ? 'v1' : 'v0' };
  const timezone = readTimezone(raw.timezone, report);
  if (timezone) settings.timezone = timezone;
  if (isSet(raw.errorWorkflow)) settings.errorWorkflow = raw.errorWorkflow;
  if (typeof raw.executionTimeout === 'number' && Number.isFinite(raw.executionTimeout) && raw.executionTimeout > 0) {
    settings.timeoutSeconds = raw.executionTimeout;
  }
  const callers = readCallers(raw);
  if (callers) settings.callers = callers;
  const save = readSave(raw);
  if (save) settings.save = save;
  for (const key of Object.keys(raw)) {
    if (!SILENT.has(key)) report.warn(`The setting "${key}" has no counterpart here and was left out.`);
  }
  return settings;
}

/** n8n writes `DEFAULT` where nothing was chosen. */
function isSet(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value !== 'DEFAULT';
}

function readTimezone(value: unknown, report: ReportWriter): string | undefined {
  if (!isSet(value)) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return value;
  } catch {
    report.warn(`The time zone "${value}" is not known; the workspace's is used.`);
    return undefined;
  }
}

function readCallers(raw: Record<string, unknown>): WorkflowSettings['callers'] {
  if (raw.callerPolicy === 'none') return 'none';
  if (raw.callerPolicy === 'any' || raw.callerPolicy === 'workflowsFromSameOwner') return 'any';
  if (raw.callerPolicy !== 'workflowsFromAList') return undefined;
  const ids = typeof raw.callerIds === 'string' ? raw.callerIds.split(',').map((id) => id.trim()) : [];
  return ids.filter((id) => id !== '');
}

function readSave(raw: Record<string, unknown>): WorkflowSettings['save'] {
  const save: { success?: SaveData; error?: SaveData; manual?: SaveData } = {};
  const success = readSaveData(raw.saveDataSuccessExecution);
  if (success) save.success = success;
  const error = readSaveData(raw.saveDataErrorExecution);
  if (error) save.error = error;
  if (typeof raw.saveManualExecutions === 'boolean') save.manual = raw.saveManualExecutions ? 'all' : 'none';
  return Object.keys(save).length > 0 ? save : undefined;
}

function readSaveData(value: unknown): SaveData | undefined {
  return value === 'all' || value === 'none' ? value : undefined;
}
