import { type ExpressionHint, isExpression } from '@orchestrator/expression';
import { type NodeDefinition, parameterLabel } from '@orchestrator/node-sdk';
import { expressionExcerpt, type ItemError, type JsonObject, valueAt } from '@orchestrator/workflow';

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
  const label = parameterLabel(definition.parameters, parameter.path);
  const placed: ItemError = { ...error, parameter: { ...parameter, ...(label === undefined ? {} : { label }) } };
  const text = valueAt(raw, parameter.path);
  if (isExpression(text)) placed.expression = expressionExcerpt(text, diagnose(text, itemIndex)[0]);
  return placed;
}
