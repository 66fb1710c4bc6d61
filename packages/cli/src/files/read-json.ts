import { readFile, stat } from 'node:fs/promises';

/** A file that can't be read; the message says what is wrong with it. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

/** Bytes of a file; a text of JavaScript's holds no more than twice that, and the largest exports take some 20 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Nesting of a file's JSON; whatever goes through it calls itself once a level. Documents of people's stay below 30. */
const MAX_DEPTH = 500;
/** Characters that a message repeats of a file. */
const MAX_SHOWN = 200;

/** What the system says, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'reading it is not allowed',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'reading it is not allowed',
};

/**
 * Reads a file of JSON.
 * @throws FileFault when it is not there, can't be read, holds no JSON, or is larger or nested deeper than can be used
 */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FileFault(`"${path}" does not hold JSON: ${shown((error as Error).message)}.`);
  }
  if (isDeep(value)) throw new FileFault(`"${path}" is nested deeper than ${MAX_DEPTH} levels.`);
  return value;
}

async function readText(path: string): Promise<string> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) throw new FileFault(`"${path}" is a folder. Name the files in it.`);
    if (about.isCharacterDevice() || about.isBlockDevice()) throw new FileFault(`"${path}" is a device, and no file.`);
    if (about.size > MAX_BYTES) throw new FileFault(`"${path}" is larger than ${MAX_BYTES >> 20} MB.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileFault(`There is no file "${path}".`);
    throw new FileFault(`"${path}" can't be read: ${REASONS[code] ?? (code || message)}.`);
  }
}

/** A message that repeats a part of the file, whose signs may be a terminal's commands. */
function shown(message: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const plain = message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return plain.length > MAX_SHOWN ? `${plain.slice(0, MAX_SHOWN)}…` : plain;
}

/** Goes through a value level by level: a function that calls itself would end with the stack. */
function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** What went wrong, as a person is told: a message, never a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return 'This is nested too deeply.';
  return error instanceof Error ? shown(error.message) : shown(String(error));
}
