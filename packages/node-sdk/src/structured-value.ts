/**
 * What stands in the place of a group or list of fields. Documents from before a parameter had fields of its own may hold
 * it as JSON text: that is read as what it says. Anything else stays as it is.
 */
export function structuredValue(given: unknown): unknown {
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
