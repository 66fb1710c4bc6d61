import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The three files that a code process is made of; it can read no others. */
export interface WorkerFiles {
  worker: string;
  isolateBundle: string;
  /** isolated-vm's native addon for this machine. */
  addon: string;
}

/**
 * Finds them, beside the built package and from its sources alike. Where the bundles are missing or older than their
 * sources in a checkout, they are made.
 */
export async function findWorkerFiles(): Promise<WorkerFiles> {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  const worker = join(root, 'dist', 'worker.mjs');
  const isolateBundle = join(root, 'dist', 'isolate-bundle.js');
  const bundler = join(root, 'bundle.mjs');
  if (import.meta.url.endsWith('.ts') || !existsSync(worker) || !existsSync(isolateBundle)) {
    const { bundleSandbox } = (await import(pathToFileURL(bundler).href)) as { bundleSandbox(): Promise<unknown> };
    await bundleSandbox();
  }
  return { worker, isolateBundle, addon: addonPath(root) };
}

function packageRoot(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function addonPath(root: string): string {
  const require = createRequire(join(root, 'package.json'));
  const folder = dirname(require.resolve('isolated-vm/package.json'));
  const build = createRequire(join(folder, 'package.json'))('node-gyp-build') as { path(folder: string): string };
  return build.path(folder);
}
