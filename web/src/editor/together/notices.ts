/** The same person is named for the same thing this often at most: somebody who types saves every second. */
const QUIET_MS = 60_000;

/** Says whether something is worth a notice, or was said of the same person a short while ago. */
export function createQuiet(now: () => number = Date.now): (what: string, whose: string) => boolean {
  const said = new Map<string, number>();
  return (what, whose) => {
    const key = `${what} ${whose}`;
    const last = said.get(key);
    if (last !== undefined && now() - last < QUIET_MS) return false;
    said.set(key, now());
    return true;
  };
}
