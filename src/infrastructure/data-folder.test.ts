import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RunMark } from './crashes/run-mark.js';
import { lockDataFolder } from './database/data-folder-lock.js';
import { keyOfDataFolder } from './encryption/key-file.js';

const FIRST = {
  'the key': keyOfDataFolder,
  'the lock': lockDataFolder,
  'the mark of a run': (folder: string) => RunMark.set(folder),
};

it.runIf(process.platform !== 'win32').each(Object.entries(FIRST))(
  'other users of the machine see nothing in a data folder, whoever makes it: %s',
  (_name, first) => {
    const above = mkdtempSync(join(tmpdir(), 'orc-data-'));
    const folder = join(above, 'made', 'data');
    const umask = process.umask(0o000);
    try {
      first(folder);
      for (const write of Object.values(FIRST)) if (write !== first) write(folder);
      const modeOf = (path: string) => statSync(path).mode & 0o777;
      expect(modeOf(folder)).toBe(0o711);
      const names = readdirSync(folder, { recursive: true }).map(String);
      expect(names.length).toBeGreaterThan(3);
      for (const name of names) expect([name, modeOf(join(folder, name)) & 0o077]).toEqual([name, 0]);
    } finally {
      process.umask(umask);
      rmSync(above, { recursive: true });
    }
  },
);
