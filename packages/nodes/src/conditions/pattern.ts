/** The forms in which people write a pattern: `abc` or `/abc/i`. */
export interface Pattern {
  pattern: string;
  flags: string;
}

const FLAGS = /^[gimsuvy]*$/;

/** Reads `/pattern/flags`; anything else is a pattern without flags. */
export function parsePattern(text: string): Pattern {
  const end = text.lastIndexOf('/');
  const flags = text.slice(end + 1);
  return text.startsWith('/') && end > 0 && FLAGS.test(flags)
    ? { pattern: text.slice(1, end), flags }
    : { pattern: text, flags: '' };
}
