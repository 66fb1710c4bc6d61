// Bundles what runs in a code process: `dist/worker.mjs`, and the scripts that run in its isolates (`isolate-*.js`). A
// bundle is made again only when a file that went into it, or this one, has changed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const ISOLATE = { format: 'iife', platform: 'neutral' };
const BUNDLES = [
  { input: 'src/isolate/code-entry.ts', file: 'isolate-code.js', ...ISOLATE },
  { input: 'src/isolate/expression-entry.ts', file: 'isolate-expression.js', ...ISOLATE },
  { input: 'src/isolate/web-entry.ts', file: 'isolate-web.js', ...ISOLATE },
  { input: 'src/worker/main.ts', file: 'worker.mjs', format: 'esm', platform: 'node' },
];
/**
 * Modules that do something beyond exporting. All others are left out where nothing of them is used, for every byte of
 * state in an isolate's script is paid for again in every context (the parser of JavaScript alone takes 0.3 ms).
 */
const HAS_EFFECTS = /core-js-pure|-entry\.ts$|worker\/main\.ts$/;

/**
 * Brings the bundles up to date.
 * @returns {Promise<number>} how many were written
 * @throws when a file does not parse or an import can't be found
 */
export async function bundleSandbox() {
  let written = 0;
  for (const bundle of BUNDLES) written += (await bundleOne(bundle)) ? 1 : 0;
  return written;
}

async function bundleOne({ input, file, format, platform }) {
  const out = join(root, 'dist', file);
  const stateFile = `${out}.inputs.json`;
  if (upToDate(stateFile, out)) return false;
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: join(root, input),
    platform,
    resolve: { conditionNames: ['source', 'import', 'module', 'default'], mainFields: ['module', 'main'] },
    treeshake: { moduleSideEffects: (id) => HAS_EFFECTS.test(id) },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format, minify: format === 'iife', codeSplitting: false });
  const { code, moduleIds } = output[0];
  await build.close();
  mkdirSync(dirname(out), { recursive: true });
  replace(out, code);
  const inputs = [fileURLToPath(import.meta.url), ...moduleIds.filter((id) => !id.startsWith('\0'))];
  replace(stateFile, JSON.stringify({ hash: hashOf(inputs), inputs }));
  return true;
}

function upToDate(stateFile, out) {
  try {
    readFileSync(out);
    const { hash, inputs } = JSON.parse(readFileSync(stateFile, 'utf8'));
    return hash === hashOf(inputs);
  } catch {
    return false;
  }
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** In one step, so that a process that reads it meanwhile sees the old or the new. */
function replace(path, text) {
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, text);
  renameSync(part, path);
}
