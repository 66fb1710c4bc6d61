import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, expect, it, vi } from 'vitest';
import { childEnvironment } from './child-environment.js';

afterEach(() => vi.unstubAllEnvs());

it('hands on how the machine speaks, and nothing of the settings', () => {
  const settings = {
    ENCRYPTION_KEY: 'k',
    ENCRYPTION_KEYS_OLD: 'k',
    DATABASE_URL: 'postgres://u:p@h/d',
    METRICS_TOKEN: 't',
    PGPASSWORD: 'p',
    AWS_SECRET_ACCESS_KEY: 's',
    NODE_OPTIONS: '--inspect',
    LD_PRELOAD: '/x',
    LC_ALL: 'de_DE.UTF-8',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const given = childEnvironment({ LC_ALL: 'C' });
  expect(given).toMatchObject({ PATH: process.env.PATH, LC_ALL: 'C' });
  for (const name of Object.keys(settings)) if (name !== 'LC_ALL') expect(given).not.toHaveProperty(name);
});

/** Files of the server, which may start processes. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !['node_modules', 'dist', 'testing'].includes(entry.name)) yield* sources(path);
    else if (/\.ts$/.test(path) && !/\.test\.ts$|\/test-[a-z-]+\.ts$/.test(path)) yield path;
  }
}

/** Calls of functions of node:child_process, with the text of their arguments, options that stand apart put in. */
function startsOf(path: string): { where: string; given: string }[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const names = new Set<string>();
  const constants = new Map<string, string>();
  const found: { where: string; given: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && /^['"](node:)?child_process['"]$/.test(node.moduleSpecifier.getText())) {
      const named = node.importClause?.namedBindings;
      if (named && ts.isNamedImports(named)) {
        for (const each of named.elements) if (!each.isTypeOnly) names.add(each.name.text);
      } else found.push({ where: `${path}: imports all of it, so that its calls can't be found`, given: '' });
    }
    if (ts.isVariableDeclaration(node) && node.initializer)
      constants.set(node.name.getText(), node.initializer.getText());
    if (ts.isCallExpression(node) && names.has(node.expression.getText())) {
      const words = node.arguments.map((each) => each.getText()).join(', ');
      const apart = [...constants].filter(([name]) => new RegExp(`\\b${name}\\b`).test(words)).map(([, text]) => text);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${path}:${line + 1}`, given: [words, ...apart].join('\n') });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('every process that the server starts is given an environment outright', () => {
  const starts = ['src', 'packages'].flatMap((folder) => [...sources(folder)]).flatMap(startsOf);
  expect(starts.length).toBeGreaterThan(5);
  expect(starts.filter(({ given }) => !/\benv\b/.test(given)).map(({ where }) => where)).toEqual([]);
});
