import type { components } from '../../../api/schema.d.ts';
import { atLeast, type Role } from '../role-order.ts';

type Permission = components['schemas']['PermissionOfKeys'];
export type PermissionName = Permission['name'];

/** What belongs together: everything that begins with the same word, in the order of the server. */
export interface PermissionGroup {
  word: string;
  names: readonly PermissionName[];
}

/** What a key of the role can be limited to, in groups. */
export function permissionGroups(all: readonly Permission[], role: Role): PermissionGroup[] {
  const groups = new Map<string, PermissionName[]>();
  for (const { name, role: weakest } of all) {
    if (!atLeast(role, weakest)) continue;
    const word = name.split('.')[0] as string;
    groups.set(word, [...(groups.get(word) ?? []), name]);
  }
  return [...groups].map(([word, names]) => ({ word, names }));
}

/** The lines of a text as entries, without blanks. */
export const linesOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
