import type { components } from '../../api/schema.d.ts';

export type Preferences = components['schemas']['Preferences'];

/** What each side knows at sign-in. */
export interface Sides {
  /** What the server has of the person. */
  server: Preferences;
  /** What was chosen in this browser. */
  here: Preferences;
  /** What was changed here by the same person, and has not reached the server. */
  unsent: Preferences;
  /** Whether what is here is the person's own, or nobody's yet: not that of another who signed in here. */
  isOwn: boolean;
}

/**
 * The preferences that count from now on. The server's win over what this browser happens to have, so that a new device
 * looks like the others; a change that the server has not heard of wins over both.
 */
export function broughtTogether({ server, here, unsent, isOwn }: Sides): Preferences {
  return isOwn ? { ...here, ...server, ...unsent } : { ...server };
}

export function sameOnes(one: Preferences, other: Preferences): boolean {
  return one.language === other.language && one.colours === other.colours && one.tourDone === other.tourDone;
}
