import { isExpression, type JsonValue } from '@orchestrator/workflow';

/** Gives the value of one expression for the item at hand; `path` is for errors. */
export type EvaluateText = (text: string, path: string) => unknown;

/** Whether a value holds an expression at any depth. */
export function containsExpression(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return isExpression(value);
  if (Array.isArray(value)) return value.some(containsExpression);
  return typeof value === 'object' && value !== null && Object.values(value).some(containsExpression);
}

/** Evaluates every expression in a value; parts without one are not copied. */
export function evaluateDeep(value: JsonValue | undefined, path: string, evaluate: EvaluateText): unknown {
  if (typeof value === 'string') return isExpression(value) ? evaluate(value, path) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    let out: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const each = value[i];
      if (isPlain(each)) continue;
      const read = evaluateDeep(each, `${path}[${i}]`, evaluate);
      if (read === each) continue;
      out ??= [...value];
      out[i] = read;
    }
    return out ?? value;
  }
  let out: Record<string, unknown> | undefined;
  for (const key in value) {
    const each = value[key];
    if (isPlain(each) || key === '__proto__') continue;
    const read = evaluateDeep(each, `${path}.${key}`, evaluate);
    if (read === each) continue;
    out ??= { ...value };
    out[key] = read;
  }
  if (out && Object.hasOwn(out, '__proto__')) delete out['__proto__'];
  return out ?? value;
}

/** What holds no expression for sure. Looked at first: naming the place of each value costs more than reading it. */
function isPlain(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? !isExpression(value) : typeof value !== 'object' || value === null;
}

/**
 * Reads a value that holds expressions at any depth, for many items: where they stand is worked out once.
 * @returns `undefined` for a value without
 */
export function deepReader(
  value: JsonValue | undefined,
  path: string,
): ((evaluate: EvaluateText) => unknown) | undefined {
  if (typeof value === 'string') return isExpression(value) ? (evaluate) => evaluate(value, path) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const parts = value.map((each, at) => [at, deepReader(each, `${path}[${at}]`)] as const).filter(hasReader);
    if (parts.length === 0) return undefined;
    return (evaluate) => {
      const out: unknown[] = value.slice();
      for (const [at, read] of parts) out[at] = read(evaluate);
      return out;
    };
  }
  const { ['__proto__']: _, ...still } = value;
  const parts = Object.keys(still)
    .map((key) => [key, deepReader(still[key], `${path}.${key}`)] as const)
    .filter(hasReader);
  if (parts.length === 0) return undefined;
  return (evaluate) => {
    const out: Record<string, unknown> = { ...still };
    for (const [key, read] of parts) out[key] = read(evaluate);
    return out;
  };
}

function hasReader<K>(part: readonly [K, unknown]): part is readonly [K, (evaluate: EvaluateText) => unknown] {
  return part[1] !== undefined;
}
