/** How the names of the app's own cookies begin, so that they can be told from those of workflows. */
export const APP_COOKIE = 'orchestrator_';

/** A `cookie` header without the app's own cookies; `undefined` when nothing is left of it. */
export function withoutAppCookies(header: string): string | undefined {
  const others = header.split(';').filter((pair) => !pair.trimStart().startsWith(APP_COOKIE));
  return others.join(';').trim() || undefined;
}
