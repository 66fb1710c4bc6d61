// Builds the server and every package: transpiles each TypeScript file to JavaScript beside a source map, one to one.
// Types are not checked here (`npm run typecheck` does that in CI), so a cold build of the whole tree takes about a
// second. A file is written again only when its text or the compiler's options changed.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const OPTIONS = {
  sourcemap: true,
  target: 'es2024',
  decorator: { legacy: true, emitDecoratorMetadata: true },
  typescript: { onlyRemoveTypeImports: false },
  assumptions: { setPublicClassFields: false },
};
/** Files that are not TypeScript but belong beside the built code. */
const ASSETS = /\.(svg|sql|json|html|css|txt|client\.js)$/;

/** Every `src` folder that is built, with the folder its output goes to. */
function targets() {
  const packages = readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'src')),
  );
  return [
    ...packages.map((name) => [join(root, 'packages', name, 'src'), join(root, 'packages', name, 'dist')]),
    [join(root, 'src'), join(root, 'dist')],
  ];
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

/**
 * Brings every `dist` folder up to date.
 * @param {{quiet?: boolean}} [options]
 * @returns {Promise<{written: number, files: number}>}
 * @throws when a file does not parse; the message names file and position
 */
export async function buildAll({ quiet = false } = {}) {
  const { transformSync } = await import('oxc-transform');
  const stateFile = join(root, '.cache', 'build.json');
  const compiler = createHash('sha256')
    .update(JSON.stringify(OPTIONS) + readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');
  let before = {};
  try {
    const state = JSON.parse(readFileSync(stateFile, 'utf8'));
    if (state.compiler === compiler) before = state.files;
  } catch {
    // no earlier build
  }
  const files = {};
  let written = 0;
  for (const [from, to] of targets()) {
    for (const path of walk(from)) {
      const name = relative(root, path).split(sep).join('/');
      const isCode = path.endsWith('.ts') && !path.endsWith('.d.ts');
      if (/\.test\.ts$/.test(path) || (!isCode && !ASSETS.test(path))) continue;
      const out = join(to, relative(from, path)).replace(/\.ts$/, '.js');
      const text = readFileSync(path);
      const hash = createHash('sha256').update(text).digest('hex');
      files[name] = hash;
      if (before[name] === hash && existsSync(out)) continue;
      mkdirSync(dirname(out), { recursive: true });
      written++;
      if (!isCode) {
        cpSync(path, out);
        continue;
      }
      const result = transformSync(path, text.toString('utf8'), OPTIONS);
      if (result.errors.length > 0)
        throw new Error(`${name}: ${result.errors[0].message}\n${result.errors[0].codeframe ?? ''}`);
      const map = `${out.slice(out.lastIndexOf(sep) + 1)}.map`;
      writeFileSync(out, `${result.code}\n//# sourceMappingURL=${map}\n`);
      writeFileSync(`${out}.map`, JSON.stringify(result.map));
    }
  }
  for (const name of Object.keys(before)) {
    if (files[name]) continue;
    const out = join(
      root,
      name
        .replace(/^src\//, 'dist/')
        .replace(/^(packages\/[^/]+)\/src\//, '$1/dist/')
        .replace(/\.ts$/, '.js'),
    );
    rmSync(out, { force: true });
    rmSync(`${out}.map`, { force: true });
  }
  const { bundleSandbox } = await import('../packages/sandbox/bundle.mjs');
  written += await bundleSandbox();
  mkdirSync(dirname(stateFile), { recursive: true });
  writeFileSync(stateFile, JSON.stringify({ compiler, files }));
  if (!quiet) console.log(`built ${written} of ${Object.keys(files).length} files`);
  return { written, files: Object.keys(files).length };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildAll();
