/** A webhook's path in its normal form: no slashes at its ends, none doubled. */
export function normalPath(path: string): string {
  return path.split('/').filter(Boolean).join('/');
}

/** Whether a path has parameters (`users/:id`). */
export function hasParameters(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith(':') && segment.length > 1);
}

/**
 * Matches a called path against a pattern of the same number of segments.
 * @returns the parameters, decoded, or `undefined` when it does not match
 */
export function matchPath(pattern: string, called: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = called.split('/');
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [i, segment] of wanted.entries()) {
    const value = given[i] as string;
    if (segment.startsWith(':') && segment.length > 1) {
      if (segment !== ':__proto__') parameters[segment.slice(1)] = value;
    } else if (segment !== value) return undefined;
  }
  return parameters;
}

/** Segments that are literal: of two patterns that match, the one with more of them is meant. */
export function literalSegments(pattern: string): number {
  return pattern.split('/').filter((segment) => !segment.startsWith(':')).length;
}
