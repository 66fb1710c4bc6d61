// Writes the pages under docs/ that are made from the code. Tests compare them, so a page can't fall behind.
import { writeFileSync } from 'node:fs';
import { buildAll } from './build.mjs';

await buildAll({ quiet: true });
const { configurationPage } = await import('../dist/config/configuration-page.js');
writeFileSync('docs/configuration.md', configurationPage());
