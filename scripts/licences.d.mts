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
