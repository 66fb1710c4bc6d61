import { ExpressionFault } from '../fault.js';
import { DEFAULT_LIMITS, MAX_VALUE_DEPTH } from '../limits.js';

/**
 * Stops counting here: more than the budget. A small value can be the same part many times over (`a => [a, a]` forty
 * times on itself), whose text would never end, so counting has to end with the budget.
 */
const ENOUGH = DEFAULT_LIMITS.bytes + 1;

/** What counting looks at the clock of. */
interface Clocked {
  /** @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
}
/** Values that are counted between two looks at the clock: some tens of microseconds. */
const VALUES_BETWEEN_LOOKS = 4_096;
let counted = 0;

/**
 * About how many bytes a value takes as text or JSON, without making it. Counts what is shared each time it is met, as
 * its text would. Looks at the clock meanwhile.
 * @throws ExpressionFault when it is nested deeper than {@link MAX_VALUE_DEPTH} or holds itself
 */
export function sizeOf(value: unknown, host: Clocked, depth = 0): number {
  if (++counted % VALUES_BETWEEN_LOOKS === 0) host.lookAtClock();
  switch (typeof value) {
    case 'string':
      return value.length + 2;
    case 'object': {
      if (value === null) return 4;
      if (depth > MAX_VALUE_DEPTH)
        throw new ExpressionFault('This value is nested too deeply, or holds itself.', 'expression.too-deep');
      let size = 2;
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length && size < ENOUGH; i++) size += 1 + sizeOf(value[i], host, depth + 1);
      } else {
        for (const key of Object.keys(value)) {
          size += key.length + 4 + sizeOf((value as Record<string, unknown>)[key], host, depth + 1);
          if (size > ENOUGH) break;
        }
      }
      return size;
    }
    default:
      return 8;
  }
}

/** JSON text of a value, charged before it is made. */
export function jsonText(
  value: unknown,
  host: Clocked & { charge(bytes: number): void },
  space?: string | number,
): string {
  const size = sizeOf(value, host);
  const blanks = typeof space === 'number' ? space : (space?.length ?? 0);
  host.charge(size * 2 * (1 + Math.min(blanks, 10)));
  return JSON.stringify(value, null, space);
}
