/** From the weakest to the strongest, as the server has them. */
export const ROLES = ['viewer', 'editor', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** The roles that somebody of a role may give: their own and all that are weaker. */
export const givenBy = (role: Role): readonly Role[] => ROLES.filter((each) => atLeast(role, each));
