import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from '../data-folder.js';

/**
 * The encryption key of a data folder: made at the first start, readable by its owner alone.
 * @returns the key, 64 hexadecimal digits
 */
export function keyOfDataFolder(folder: string): string {
  const file = join(folder, 'encryption.key');
  if (!existsSync(file)) {
    makeDataFolder(folder);
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(fresh, file); // in one step, and never over a key that is there
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(fresh, { force: true });
    }
  }
  chmodSync(file, 0o600);
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new Error(`${file} is damaged. Put back a copy of it, or credentials can't be read.`);
  return key;
}
