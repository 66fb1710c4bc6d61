import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the app: the same from src/ and from dist/. */
export const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));
/** What web/vite.config.ts writes where a nonce belongs. */
const NONCE = '__CSP_NONCE__';
const NONCE_BYTES = 18;

/** One answer: the page, and the policy that holds for it alone. */
export interface AppPage {
  html: string;
  policy: string;
}

/**
 * The document of the app, which is the same for all its addresses.
 *
 * Its policy names scripts and styles by a nonce and not by 'self', because workflows answer at the same origin: what a
 * tenant serves at /webhook/x.js must never be a script of ours. Modules that a script imports have its nonce.
 */
export class AppDocument {
  private readonly template: string | undefined;

  constructor(folder = WEB_DIST) {
    const file = join(folder, 'index.html');
    this.template = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** @returns nothing when the app has not been built */
  render(): AppPage | undefined {
    if (this.template === undefined) return undefined;
    const nonce = randomBytes(NONCE_BYTES).toString('base64');
    return { html: this.template.replaceAll(NONCE, nonce), policy: policy(nonce) };
  }
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "font-src 'self'",
    // What items hold is shown from blobs and data URLs; 'self' is the app's own icons.
    "img-src 'self' data: blob:",
    'media-src data: blob:',
    'frame-src blob:',
    "worker-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
