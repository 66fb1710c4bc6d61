/** How the names of the app's own cookies begin, so that they can be told from those of workflows. */
export const APP_COOKIE = 'orchestrator_';

/** What a cookie's name begins with that no other host can set a cookie of (RFC 6265bis §4.1.3). It is for all paths. */
export const OF_THIS_HOST = '__Host-';

const OWN = new RegExp(`^\\s*(${OF_THIS_HOST})?${APP_COOKIE}`);

/** A `cookie` header without the app's own cookies; `undefined` when nothing is left of it. */
export function withoutAppCookies(header: string): string | undefined {
  const others = header.split(';').filter((pair) => !OWN.test(pair));
  return others.join(';').trim() || undefined;
}
