import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));

/** Whether this machine has the browser. Tests that need it are left out by name where it is missing. */
export const hasChromium = executablePath !== undefined;

/** A browser without a window, which calls nobody but what a test opens. @param more further switches of Chromium */
export function openChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', // tests run as root in containers, where Chromium's own sandbox can't be made
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
