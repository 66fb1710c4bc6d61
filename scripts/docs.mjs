// Writes the files that are made from the code: pages under docs/, the app's types of the API. Tests compare them, so
// none can fall behind.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';

await buildAll({ quiet: true });
const { readConfig } = await import('../dist/config/config.js');
const { startServer } = await import('../dist/server.js');
const { generatedPages } = await import('../dist/generated-pages.js');

const folder = mkdtempSync(join(tmpdir(), 'orchestrator-docs-'));
rmSync(folder, { recursive: true });
const server = await startServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' }));
for (const [path, text] of Object.entries(await generatedPages(server.app))) writeFileSync(path, text);
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
