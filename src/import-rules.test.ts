import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Names of the rules that a tree of these files breaks. */
function broken(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'orc-rules-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, name), join(folder, name));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const cruise = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    const args = [cruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'packages'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (!stdout) throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('the import rules find what goes the wrong way, and nothing else', () => {
  const files = {
    'packages/workflow/src/up.ts': "export { run } from '../../engine/src/run.js';\n",
    'packages/engine/src/run.ts': 'export const run = 1;\n',
    'src/domains/a/a.service.ts':
      "import { B } from '../b/b.entity.js';\nimport { BService } from '../b/b.service.js';\nexport const a = [B, BService];\n",
    'src/domains/b/b.entity.ts': 'export const B = 1;\n',
    'src/domains/b/b.service.ts': 'export const BService = 1;\n',
    'src/infrastructure/x/x.ts': "export { BService } from '../../domains/b/b.service.js';\n",
    'src/http/circle-one.ts': "import { two } from './circle-two.js';\nexport const one = () => two;\n",
    'src/http/circle-two.ts': "import { one } from './circle-one.js';\nexport const two = () => one;\n",
  };
  expect(broken(files)).toEqual([
    'domains-by-service',
    'infrastructure-below-domains',
    'no-cycles',
    'workflow-imports',
  ]);
});
