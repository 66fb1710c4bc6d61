import type { components } from '../../../api/schema.d.ts';
import type { Texts } from '../../../texts/texts.ts';

export type Entry = components['schemas']['AuditEntry'];

/** One member that an entry tells of, in words. */
export interface Told {
  field: string;
  label: string;
  before?: string;
  after?: string;
}

/** What a row shows beside who did what; the dialog shows the rest. */
const WORTH = [
  'role',
  'name',
  'liveNumber',
  'label',
  'folderId',
  'tags',
  'email',
  'count',
  'from',
  'workflowId',
  'segment',
];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

const membersOf = (state: unknown): Record<string, unknown> =>
  typeof state === 'object' && state !== null ? (state as Record<string, unknown>) : {};

/**
 * What was and is, member by member, in a person's words: roles and fields by name, ids by what they stand for.
 * @param dateTime says a time
 */
export function toldChanges(
  { before, after, names }: Pick<Entry, 'before' | 'after' | 'names'>,
  { access, settings, words }: Pick<Texts, 'access' | 'settings' | 'words'>,
  dateTime: (iso: string) => string,
): Told[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  const fields: Record<string, string | undefined> = access.fields;
  const roles: Record<string, string | undefined> = settings.roles;
  const said = (field: string, value: unknown): string | undefined => {
    if (value === undefined) return undefined;
    // To no folder is to the top.
    if (value === null) return field === 'folderId' || field === 'parentId' ? access.noFolder : access.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) return value.map((each) => said(field, each)).join(', ') || access.nothing;
    if (typeof value !== 'string') return JSON.stringify(value);
    if (field === 'role') return roles[value] ?? value;
    if (ID.test(value)) return names[value] ?? access.unknown;
    return TIME.test(value) ? dateTime(value) : value;
  };
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) => {
    const told = { before: said(field, was[field]), after: said(field, is[field]) };
    if (told.before === undefined && told.after === undefined) return [];
    return [{ field, label: fields[field] ?? field, ...told }];
  });
}

/** What of it a row has room for, in one line; nothing where the entry's words say it all. */
export function briefly(entry: Entry, told: readonly Told[]): string {
  const shown = WORTH.flatMap((name) => told.filter(({ field }) => field === name));
  const parts = shown.flatMap(({ before, after, label, field }) => {
    // What it is called stands there already, unless that is what was changed.
    if (field === 'name' && (before === undefined || after === undefined)) return [];
    if (field === 'workflowId' && entry.target.name === after) return [];
    const value = before !== undefined && after !== undefined ? `${before} → ${after}` : (after ?? before);
    return [field === 'role' || field === 'name' ? `${value}` : `${label}: ${value}`];
  });
  return parts.slice(0, 2).join(' · ');
}
