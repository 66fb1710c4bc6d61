/** The roles of a membership, weakest first. A role may do all that those before it may. */
export const MEMBER_ROLES = ['viewer', 'editor', 'admin', 'owner'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/**
 * Every permission, with the weakest role that has it. A route names the one that it needs (`@Permission`); a test
 * fails on a route that names none. docs/permissions.md is generated from the routes.
 */
export const PERMISSIONS = {
  'self.read': 'viewer',
  'self.write': 'viewer',
  'tenant.read': 'viewer',
  'tenant.write': 'admin',
  'tenant.create': 'viewer', // a tenant of one's own
  'tenant.delete': 'owner',
  'members.read': 'viewer',
  'members.write': 'admin',
  'members.reset': 'admin', // a link with which a member sets a new password
  'apiKeys.read': 'viewer', // one's own; admins see those of others
  'apiKeys.write': 'viewer', // with a role no higher than one's own
  'audit.read': 'admin',
  'system.read': 'admin',
  'workflows.read': 'viewer',
  'workflows.write': 'editor',
  'workflows.activate': 'editor',
  'workflows.run': 'editor',
  'comments.read': 'viewer',
  'comments.write': 'viewer', // one's own; admins delete those of others
  'executions.read': 'viewer',
  'executions.write': 'editor',
  'credentials.read': 'viewer', // names and types; secrets never come out
  'credentials.write': 'editor',
  'views.read': 'viewer', // one's own, and those that are shared
  'views.write': 'viewer', // one's own; sharing them needs workflows.write
  'nodes.read': 'viewer',
  'nodes.options': 'editor', // calls a service with a credential
  'expressions.evaluate': 'editor',
  'webhooks.read': 'viewer',
  'webhooks.write': 'editor',
  'schedules.read': 'viewer',
  'schedules.write': 'editor',
} as const satisfies Record<string, MemberRole>;

export type PermissionName = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as PermissionName[];

/**
 * What no API key may do: what is a person's own, beyond the one tenant that a key is for, and what would give somebody
 * an account for good, which no removal of the key takes back.
 */
export const PERSON_ONLY: ReadonlySet<PermissionName> = new Set(['self.write', 'tenant.create', 'members.reset']);

/** Whether `role` is at least as strong as `other`. */
export function isAtLeast(role: MemberRole, other: MemberRole): boolean {
  return MEMBER_ROLES.indexOf(role) >= MEMBER_ROLES.indexOf(other);
}

/** The weaker of two roles. */
export function weaker(one: MemberRole, other: MemberRole): MemberRole {
  return isAtLeast(one, other) ? other : one;
}

export function roleMay(role: MemberRole, permission: PermissionName): boolean {
  return isAtLeast(role, PERMISSIONS[permission]);
}
