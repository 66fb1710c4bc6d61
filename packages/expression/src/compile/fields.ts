import { DateTime, Duration, Interval } from 'luxon';
import { ExpressionFault, NOTHING_TO_READ, refusedName } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { HostFunction, HostObject } from './host-values.js';
import { PatternValue } from './pattern-value.js';

/** Names of the getters of a class of luxon: read-only facts, such as `year` and `isValid`. */
function getters(type: { prototype: object }): ReadonlySet<string> {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(type.prototype));
  return new Set(descriptors.flatMap(([name, { get }]) => (get ? [name] : [])));
}
const DATE_TIME = getters(DateTime);
const DURATION = getters(Duration);
const INTERVAL = getters(Interval);
const PATTERN_FACTS = getters(PatternValue);

/**
 * Reads a field: own fields of data, characters and length of texts and lists, facts of dates. Never a function, never
 * anything inherited.
 * @throws TypeError for a field of nothing, ExpressionFault for a refused name
 */
export function readField(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) throw NOTHING_TO_READ;
  if (typeof key === 'number' && Array.isArray(value)) return value[key];
  const name = typeof key === 'string' ? key : String(key);
  if (REFUSED_NAMES.has(name)) throw refusedName(name);
  if (typeof value === 'string') {
    if (name === 'length') return value.length;
    const at = Number(name);
    return Number.isInteger(at) && at >= 0 && String(at) === name ? value[at] : undefined;
  }
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return Object.hasOwn(value, name) ? value[name as unknown as number] : undefined;
  if (value instanceof HostObject) return value.read(name);
  if (value instanceof HostFunction) return value.fields.get(name);
  if (value instanceof DateTime) return DATE_TIME.has(name) ? fact(value, name) : undefined;
  if (value instanceof Duration) return DURATION.has(name) ? fact(value, name) : undefined;
  if (value instanceof Interval) return INTERVAL.has(name) ? fact(value, name) : undefined;
  if (value instanceof PatternValue) return PATTERN_FACTS.has(name) ? value[name as 'source'] : undefined;
  if (value instanceof Set || value instanceof Map) return name === 'size' ? value.size : undefined;
  return Object.hasOwn(value, name) ? own(value as Record<string, unknown>, name) : undefined;
}

/** Data has no functions; if some value from outside holds one all the same, it stays out. */
function own(value: Record<string, unknown>, name: string): unknown {
  const field = value[name];
  if (typeof field === 'function') throw new ExpressionFault(`'${name}' can't be read here.`, 'expression.refused');
  return field;
}

function fact(value: object, name: string): unknown {
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'function' ? undefined : found;
}
