export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean;
export function licenceFaults(
  packages: { name: string; version: string; licence: string }[],
  directNames: ReadonlySet<string>,
  rules: {
    direct: string[];
    transitive: string[];
    exceptions: { package: string; licence: string; reason: string }[];
  },
): string[];

/** Packages that the lock file names and that are not installed here. */
export function installedElsewhere(
  locked: Record<string, { name?: string; version?: string; license?: string; link?: boolean }>,
  installed: readonly { name: string; version: string }[],
): { name: string; version: string; licence: string }[];
