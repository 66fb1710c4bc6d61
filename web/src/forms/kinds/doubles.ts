/** What is there more than once, but for what is empty. */
export function doubles<T>(values: readonly T[]): ReadonlySet<T> {
  const seen = new Set<T>();
  return new Set(
    values.filter((value) => value !== '' && value !== undefined && (seen.has(value) || !seen.add(value))),
  );
}
