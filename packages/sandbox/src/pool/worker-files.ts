import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { IsolateScripts } from '../worker/setup.js';
import { hasNetworkWall } from './network-wall.js';

/** The files that a code process is made of; it can read no others. */
export interface WorkerFiles {
  worker: string;
  scripts: IsolateScripts;
  /** isolated-vm's native addon for this machine. */
  addon: string;
  /** The system can start the process without any network. */
  networkWall: boolean;
}

/**
 * Finds them, beside the built package and from its sources alike. Where the bundles are missing or older than their
 * sources in a checkout, they are made.
 */
export async function findWorkerFiles(): Promise<WorkerFiles> {
  const root = packageRoot(dirname(fileURLToPath(import.meta.url)));
  const built = (file: string) => join(root, 'dist', file);
  const worker = built('worker.mjs');
  const scripts = {
    code: built('isolate-code.js'),
    expression: built('isolate-expression.js'),
    web: built('isolate-web.js'),
  };
  if (import.meta.url.endsWith('.ts') || ![worker, ...Object.values(scripts)].every(existsSync)) {
    const bundler = pathToFileURL(join(root, 'bundle.mjs')).href;
    const { bundleSandbox } = (await import(bundler)) as { bundleSandbox(): Promise<unknown> };
    await bundleSandbox();
  }
  return { worker, scripts, addon: addonPath(root), networkWall: await hasNetworkWall() };
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
