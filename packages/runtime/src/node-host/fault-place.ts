import { type ExpressionHint, isExpression } from '@orchestrator/expression';
import type { NodeDefinition, ParameterSet } from '@orchestrator/node-sdk';
import type { ItemError, JsonObject } from '@orchestrator/workflow';

/** Characters of an expression that an error repeats: enough to know it by, and bounded where it is a page of HTML. */
const MAX_EXCERPT = 400;
/** Of these so many stand before the place of the fault. */
const BEFORE_FAULT = 150;

/**
 * An error with all that is known of where it happened: the parameter by the name that people know it by, what stands
 * there, where that is an expression, and the place of the fault in it.
 * @param raw the node's parameters as they stand in the document
 * @param diagnose tells where a text with expressions goes wrong
 */
export function withPlace(
  error: ItemError,
  definition: NodeDefinition,
  raw: JsonObject,
  diagnose: (text: string, itemIndex: number) => readonly ExpressionHint[],
): ItemError {
  const { parameter, itemIndex = 0 } = error;
  if (!parameter) return error;
  const label = labelOf(definition.parameters, parameter.path);
  const placed: ItemError = { ...error, parameter: { ...parameter, ...(label === undefined ? {} : { label }) } };
  const text = valueAt(raw, parameter.path);
  if (isExpression(text)) placed.expression = excerpt(text, diagnose(text, itemIndex)[0]);
  return placed;
}

function valueAt(raw: JsonObject, path: string): unknown {
  let value: unknown = raw;
  for (const step of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

function excerpt(text: string, hint: ExpressionHint | undefined): NonNullable<ItemError['expression']> {
  const { from, to } = hint ?? {};
  const start = text.length > MAX_EXCERPT ? Math.max(0, (from ?? 0) - BEFORE_FAULT) : 0;
  const end = Math.min(text.length, start + MAX_EXCERPT);
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  if (from === undefined || to === undefined) return { text: shown };
  const shift = start > 0 ? 1 - start : 0;
  return { text: shown, from: from + shift, to: Math.min(to, end) + shift };
}

/** The labels along a path such as `fields[2].value`, joined: `Fields 3 › Value`. */
function labelOf(set: ParameterSet, path: string): string | undefined {
  const labels: string[] = [];
  let fields: ParameterSet | undefined = set;
  for (const step of path.split('.')) {
    const [, name = step, place] = /^(.*?)\[(\d+)\]/.exec(step) ?? [];
    const parameter: ParameterSet[string] | undefined =
      fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!parameter) break;
    const label = parameter.label || name;
    labels.push(place === undefined ? label : `${label} ${Number(place) + 1}`);
    fields = 'fields' in parameter ? (parameter.fields as ParameterSet) : undefined;
  }
  return labels.length > 0 ? labels.join(' › ') : undefined;
}
