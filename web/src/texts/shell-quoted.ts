/** A text as one word of a command line; what it holds can't break out of its quotes. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
