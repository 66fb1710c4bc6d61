import { MEMBER_ROLES, PERMISSIONS, PERSON_ONLY, type PermissionName, roleMay } from './permissions.js';
import type { Route } from './routes.js';

/** The text of docs/permissions.md, made from the routes. `npm run docs` writes it; a test compares it. */
export function permissionsPage(routes: readonly Route[]): string {
  const roles = [...MEMBER_ROLES].reverse();
  const open = routes.filter((route) => route.public);
  const closed = routes.filter((route) => route.permission);
  const may = (route: Route) => roles.map((role) => (route.permission && roleMay(role, route.permission) ? 'yes' : ''));
  return `# Permissions

<!-- Generated from the routes by \`npm run docs\`. Edit src/http/permissions.ts and the controllers instead. -->

A membership gives a user one role in one tenant. A route names the permission that it needs; a permission belongs to a
role and to all that are stronger. An API key has a role of its own, no higher than that of the person it acts for, and
can be limited to some of its role's permissions; a few are for people only.

| permission | weakest role | API keys |
| --- | --- | --- |
${Object.entries(PERMISSIONS)
  .map(([name, role]) => `| \`${name}\` | ${role} | ${PERSON_ONLY.has(name as PermissionName) ? '' : 'yes'} |`)
  .join('\n')}

## Routes

| route | permission | ${roles.join(' | ')} |
| --- | --- | ${roles.map(() => '---').join(' | ')} |
${closed.map((route) => `| \`${route.method} ${route.path}\` | \`${route.permission}\` | ${may(route).join(' | ')} |`).join('\n')}

## Routes that need nobody to be signed in

| route | why |
| --- | --- |
${open.map((route) => `| \`${route.method} ${route.path}\` | ${route.public} |`).join('\n')}
`;
}
