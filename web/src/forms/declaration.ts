import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import type { components } from '../api/schema.d.ts';

/** The declaration of one parameter of a node or credential type, as the server gives it. */
export type Parameter = components['schemas']['ParameterView'];
export type Parameters = Readonly<Record<string, Parameter>>;
export type Choice = components['schemas']['ChoiceView'];

/** Looks up the value that a condition of `show` or `hide` reads; `/name` is at the top level, `name` beside. */
type Look = (name: string) => unknown;

/**
 * Whether a parameter is shown beside the given values; the same rule as the server's, which reads only what is shown
 * (packages/node-sdk/src/visibility.ts).
 */
export function isShown(parameter: Pick<Parameter, 'show' | 'hide'>, look: Look): boolean {
  const holds = ([name, values]: [string, readonly JsonValue[]]) => values.includes(look(name) as JsonValue);
  if (parameter.show && !Object.entries(parameter.show).every(holds)) return false;
  return !(parameter.hide && Object.entries(parameter.hide).some(holds));
}

/** What a parameter is: its value, else its default. */
export const parameterValue = (values: JsonObject, name: string, parameters: Parameters): JsonValue | undefined =>
  Object.hasOwn(values, name) ? values[name] : parameters[name]?.default;

/** The names of the parameters that are shown, in order. */
export function shownNames(
  parameters: Parameters,
  values: JsonObject,
  root: { parameters: Parameters; values: JsonObject },
): string[] {
  const look: Look = (name) =>
    name.startsWith('/')
      ? parameterValue(root.values, name.slice(1), root.parameters)
      : parameterValue(values, name, parameters);
  return Object.keys(parameters).filter((name) => isShown(parameters[name] as Parameter, look));
}

/** The values with another one for a parameter; `undefined` takes it back to its default. */
export function withValue(values: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  if (value !== undefined) return { ...values, [name]: value };
  const { [name]: _gone, ...rest } = values;
  return rest;
}

/** Whether this is text that the engine evaluates. */
export const isExpressionText = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');

/** A value as the text of an expression, when a field is turned into one. */
export function toExpression(value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === '') return '=';
  if (typeof value === 'string') return isExpressionText(value) ? value : `=${value}`;
  if (typeof value === 'object') return `={{ ${JSON.stringify(value)} }}`;
  return `={{ ${value} }}`;
}

/** What stays of an expression when its field is fixed again: its text where it has no braces, else the default. */
export function toFixed(value: string, parameter: Parameter): JsonValue | undefined {
  const text = value.slice(1);
  if (text === '' || text.includes('{{')) return undefined;
  return ['string', 'json', 'dateTime', 'any'].includes(parameter.kind) ? text : undefined;
}
