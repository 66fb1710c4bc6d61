/** A key, or a place in a list. */
export type PathStep = string | number;

/** `['nodes', 3, 'name']` → `nodes[3].name`. Made when there is something to say: most values have no fault. */
export function pathText(steps: readonly PathStep[]): string {
  let text = '';
  for (const step of steps) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
