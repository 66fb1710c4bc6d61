import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { de } from '../../../texts/de/index.ts';
import { en } from '../../../texts/en/index.ts';
import { linesOf, permissionGroups } from './permission-groups.ts';

it('groups what a role has by its first word', () => {
  const all = [
    { name: 'workflows.read', role: 'viewer' },
    { name: 'workflows.write', role: 'editor' },
    { name: 'executions.read', role: 'viewer' },
  ] as const;
  expect(permissionGroups(all, 'viewer')).toEqual([
    { word: 'workflows', names: ['workflows.read'] },
    { word: 'executions', names: ['executions.read'] },
  ]);
  expect(permissionGroups(all, 'owner')[0]?.names).toEqual(['workflows.read', 'workflows.write']);
});

it('reads addresses by line, comma or blank', () => {
  expect(linesOf(' 192.0.2.1\n10.0.0.0/8, 2001:db8::/32 \n')).toEqual(['192.0.2.1', '10.0.0.0/8', '2001:db8::/32']);
});

it.each([en, de])('every permission of the API has words, and so has its group', ({ access }) => {
  const { components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
  const forPeople = ['self.write', 'tenant.create', 'members.reset'];
  const names: string[] = components.schemas.PermissionName.enum.filter((name: string) => !forPeople.includes(name));
  expect(names.filter((name) => !Object.hasOwn(access.permissions, name))).toEqual([]);
  expect(names.filter((name) => !Object.hasOwn(access.groups, name.split('.')[0] as string))).toEqual([]);
});
