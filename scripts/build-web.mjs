// Builds the app in web/ into web/dist when anything that goes into it changed, and compresses it once for all readers.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'web');
/** What the built app depends on. */
const SOURCES = ['web/src', 'web/public', 'packages/workflow/src', 'packages/expression/src'];
const FILES = ['web/index.html', 'web/vite.config.ts', 'package-lock.json', 'scripts/build-web.mjs'];
/** Smaller files gain nothing. */
const LEAST_BYTES = 1024;
const COMPRESSED = /\.(js|css|svg|html|json|webmanifest)$/;

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** A fingerprint of everything that the app is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  const paths = [
    ...SOURCES.flatMap((folder) => [...walk(join(root, folder))]),
    ...FILES.map((file) => join(root, file)),
  ];
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * Brings web/dist up to date.
 * @returns {Promise<boolean>} whether anything was built
 */
export async function buildWeb({ quiet = false } = {}) {
  const marker = join(root, '.cache', 'build-web');
  const now = fingerprint();
  if (existsSync(join(web, 'dist', 'index.html')) && existsSync(marker) && readFileSync(marker, 'utf8') === now)
    return false;
  const { build } = await import('vite');
  // Whoever runs tests has another one set, and Vite would go by it.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: quiet ? 'error' : 'warn',
    mode: 'production',
  });
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  for (const path of walk(join(web, 'dist'))) {
    if (!COMPRESSED.test(path)) continue;
    const text = readFileSync(path);
    if (text.length < LEAST_BYTES) continue;
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, now);
  if (!quiet) console.log('built the app');
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWeb();
