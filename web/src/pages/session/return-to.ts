/** Where to go after signing in when no place, or no safe one, was asked for. */
export const HOME = '/workflows';

/**
 * The place to go back to after signing in, out of the address. Only paths of this app: an address of another host, also
 * one in disguise (`//host`, `/\host`), would send a person who just typed a password to a stranger.
 */
export function returnTo(wanted: unknown, origin = location.origin): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return HOME;
  let url: URL;
  try {
    url = new URL(wanted, origin);
  } catch {
    return HOME;
  }
  // The path that was parsed, not the one that was given: a browser reads `/\host` and `/<tab>/host` as other hosts.
  if (url.origin !== origin || url.pathname.startsWith('//') || url.pathname === '/sign-in') return HOME;
  return url.pathname + url.search + url.hash;
}
