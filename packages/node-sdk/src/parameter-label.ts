import type { ParameterSet } from './parameters.js';

/** The labels along the path of a parameter such as `fields[2].value`, joined: `Fields 3 › Value`. */
export function parameterLabel(set: ParameterSet, path: string): string | undefined {
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
