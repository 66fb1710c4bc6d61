/** Without marks over letters and without capitals: `losch` finds `Löschen`. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
const begins = (text: string, word: string) => text.startsWith(word) || text.includes(` ${word}`);

const initialsOf = (text: string) => (text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join('');

/**
 * How well an entry of the palette fits what is typed, from 0 (not at all) to 1: each word has to be found, in its name
 * rather than in the other words for it, at the beginning of a word rather than within one. The first letters of the words will do, too.
 * @param value its name, and what tells it from others of that name
 */
export function scoreOf(value: string, typed: string, keywords: readonly string[] = []): number {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const name = folded(value);
  const others = keywords.map(folded);
  const whole = words.join(' ');
  if (others.includes(whole)) return name.includes(whole) ? 1 : 0.95;
  const scores = words.map((word) => {
    if (begins(name, word)) return 0.9;
    if (others.some((other) => begins(other, word))) return 0.7;
    if (name.includes(word)) return 0.5;
    return others.some((other) => other.includes(word)) ? 0.3 : 0;
  });
  const least = Math.min(...scores, 1);
  // First letters say more than letters within another word for it.
  return words.length === 1 && initialsOf(name).startsWith(whole) ? Math.max(least, 0.4) : least;
}
