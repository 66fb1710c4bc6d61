import { mkdirSync } from 'node:fs';

/**
 * Makes the data folder where there is none. Other users of the machine see nothing of what is in it; they may pass
 * through, as the embedded database can be one of them.
 */
export function makeDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
}
