import { readFile } from 'node:fs/promises';

/** A file that can't be read; the message says what is wrong with it. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}

/**
 * Reads a file of JSON.
 * @throws FileFault when it is not there, can't be read, or holds no JSON
 */
export async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new FileFault(`There is no file "${path}".`);
    throw new FileFault(`"${path}" can't be read (${code ?? (error as Error).message}).`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new FileFault(`"${path}" does not hold JSON: ${(error as Error).message}.`);
  }
}
