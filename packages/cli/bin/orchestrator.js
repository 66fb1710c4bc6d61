#!/usr/bin/env node
// The entry of the `orchestrator` command. It is committed as plain JavaScript because npm links a bin only when the
// file exists at install time. It builds on first use, so that `npx orchestrator` works on a clone that has only been
// installed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/index.js', import.meta.url);
if (!existsSync(fileURLToPath(entry))) {
  const { buildAll } = await import('../../../scripts/build.mjs');
  await buildAll({ quiet: true });
}
const { main } = await import(entry.href);
process.exitCode = await main(process.argv.slice(2));
