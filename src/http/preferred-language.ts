/** A browser names a handful. */
const MOST_READ = 32;

/**
 * The language that a client likes best among those that are spoken here, by its `Accept-Language` (RFC 9110, 12.5.4);
 * English, the source of all texts, where it names none of them.
 * @param spoken primary subtags besides `en`, such as `de`
 */
export function preferredLanguage(acceptLanguage: string | undefined, spoken: Iterable<string>): string {
  const known = new Set(['en', ...spoken]);
  let best = 'en';
  let most = 0;
  for (const part of (acceptLanguage ?? '').split(',', MOST_READ)) {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const language = tag.split('-')[0] as string;
    if (!known.has(language)) continue;
    const given = parameters.find((each) => each.startsWith('q='));
    const weight = given === undefined ? 1 : Number(given.slice(2));
    if (weight > most) [best, most] = [language, weight];
  }
  return best;
}
