import { segmentText } from './normal-path.js';

/** Whether a segment of a normal path is a parameter, such as `:id`. */
export function isParameter(segment: string): boolean {
  return segment.startsWith(':') && segment.length > 1;
}

/** Whether a path has parameters (`users/:id`). */
export function hasParameters(path: string): boolean {
  return path.split('/').some(isParameter);
}

/** What tells patterns apart: names of parameters do not, as the same calls meet `users/:id` and `users/:name`. */
export function shapeOf(path: string): string {
  return path
    .split('/')
    .map((segment) => (isParameter(segment) ? ':p' : segment))
    .join('/');
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
    if (isParameter(segment)) {
      if (segment !== ':__proto__') parameters[segment.slice(1)] = segmentText(value);
    } else if (segment !== value) return undefined;
  }
  return parameters;
}

/**
 * Sorts patterns that match the same call, the one that is meant first: the one with more literal segments, then the one
 * that is literal further left. Patterns of different shapes never come out equal, so nothing else counts.
 */
export function byPrecision(one: string, other: string): number {
  const [a, b] = [literals(one), literals(other)];
  return count(b) - count(a) || leftmost(a, b);
}

const literals = (pattern: string): boolean[] => pattern.split('/').map((segment) => !isParameter(segment));
const count = (each: readonly boolean[]): number => each.filter(Boolean).length;

function leftmost(a: readonly boolean[], b: readonly boolean[]): number {
  const first = a.findIndex((literal, i) => literal !== b[i]);
  return first < 0 ? 0 : a[first] ? -1 : 1;
}
