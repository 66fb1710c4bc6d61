import type { JsonValue } from '@orchestrator/workflow';
import type { ParameterBase, ShowWhen } from './parameters.js';

/** Looks up the value that a condition of `show` or `hide` reads; `/name` is at the top level, `name` beside. */
export type ValueOf = (name: string) => unknown;

/** Whether a parameter is shown, and therefore read, beside the given values. */
export function isShown(parameter: Pick<ParameterBase, 'show' | 'hide'>, look: ValueOf): boolean {
  if (parameter.show && !Object.entries(parameter.show).every(([name, values]) => holds(values, look(name)))) {
    return false;
  }
  return !(parameter.hide && Object.entries(parameter.hide).some(([name, values]) => holds(values, look(name))));
}

function holds(values: ShowWhen[string], value: unknown): boolean {
  return values.includes(value as JsonValue);
}
