/** ASCII that stands for itself in an address; everything else is looked at. */
const PLAIN = /^[!-$&-~]+$/;

/**
 * The segments of a path as they are compared, whichever way it was written: the one function for what a node asks for and
 * for what a caller sends, so that what was checked is what is called. Segments are decoded once and in NFC, empty ones
 * are left out, and an encoded slash stays `%2F`, so that it parts nothing; so does `%252F`, which is another one.
 * @returns `undefined` for a path that means different things to different readers: a percent sign that encodes nothing, a
 *   NUL, half a character, and `.` and `..`, which browsers and proxies take out on the way
 */
export function normalSegments(path: string): string[] | undefined {
  const segments = path.split('/').filter(Boolean);
  const isPlain = PLAIN.test(path);
  for (const [i, segment] of segments.entries()) {
    if (!isPlain) {
      const decoded = decode(segment);
      if (decoded === undefined) return undefined;
      segments[i] = decoded;
    }
    if (segments[i] === '.' || segments[i] === '..') return undefined;
  }
  return segments;
}

function decode(segment: string): string | undefined {
  try {
    const decoded = decodeURIComponent(segment)
      .normalize('NFC')
      .replace(/%(?=25|2f)/gi, '%25')
      .replaceAll('/', '%2F');
    return decoded.includes('\0') || !decoded.isWellFormed() ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** What a segment of a normal path says, with its slashes. */
export function segmentText(segment: string): string {
  return segment.includes('%') ? segment.replace(/%2F|%25(?=25|2F)/gi, (c) => (c === '%25' ? '%' : '/')) : segment;
}

/**
 * What a first segment is held by. It is the same for all that people, or the systems between them, take for the same:
 * upper and lower case, and forms of one character. So whoever holds `orders` holds `Orders` too; a call still has to
 * be spelt as the node spells it.
 */
export function holdKey(segment: string): string {
  const folded = segment.normalize('NFKC').toLowerCase().normalize('NFKC');
  // Some characters have a slash in this form; a key is one segment, as addresses of tenants have keys of two.
  return folded.replaceAll('/', '%2f');
}
