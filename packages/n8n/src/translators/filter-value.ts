import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { isExpression, objectAt, present } from './parameter-reading.js';

/**
 * The conditions of an If, Filter or Switch of n8n's newer versions, as a `filter` parameter. A file that was not saved
 * by n8n's editor may lack the options inside the conditions; then those of the node count.
 *
 * @param outside what the node's own options say: `ignoreCase`, `looseTypeValidation`
 */
export function filterValue(given: JsonValue | undefined, outside: JsonObject = {}): JsonValue {
  if (isExpression(given)) return given;
  const value = objectAt(given);
  const options = objectAt(value.options);
  return {
    combinator: value.combinator === 'or' ? 'or' : 'and',
    conditions: (Array.isArray(value.conditions) ? value.conditions : []).map((each) => condition(objectAt(each))),
    caseSensitive: typeof options.caseSensitive === 'boolean' ? options.caseSensitive : outside.ignoreCase !== true,
    typeValidation: validationOf(options.typeValidation, outside.looseTypeValidation),
    version: options.version === 2 || options.version === 3 ? options.version : 1,
  };
}

function validationOf(inside: JsonValue | undefined, outside: JsonValue | undefined): string {
  if (inside === 'strict' || inside === 'loose') return inside;
  return outside === true ? 'loose' : 'strict';
}

function condition({ id, leftValue, rightValue, operator: given }: JsonObject): JsonObject {
  const operator = objectAt(given);
  return present({
    id,
    left: leftValue ?? null,
    right: rightValue,
    operator: present({
      type: operator.type ?? 'string',
      operation: operator.operation ?? 'equals',
      // A list's operator that does not say what is looked for takes a list, and nothing else, in n8n.
      rightType: operator.rightType ?? (operator.type === 'array' ? 'array' : undefined),
    }),
  });
}
