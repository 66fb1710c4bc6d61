import type { Setting } from './setting.js';
import { SETTINGS } from './settings.js';

const cell = (text: string) => text.replaceAll('|', '\\|');

function row([name, setting]: [string, Setting<unknown>]): string {
  const fallback = setting.shownDefault ?? (setting.fallback === undefined ? 'none' : `\`${setting.fallback}\``);
  const notBuilt = setting.notBuilt ? ` Not built yet: the server refuses to start with it.` : '';
  return `| \`${name}\` | ${cell(fallback)} | ${cell(setting.expected)} | ${cell(setting.explanation)}${notBuilt} |`;
}

/** The text of docs/configuration.md, made from the declarations. `scripts/docs.mjs` writes it; a test compares it. */
export function configurationPage(): string {
  return `# Configuration

<!-- Generated from src/config/settings.ts by \`npm run docs\`. Edit the declarations instead. -->

The server reads its settings from environment variables. A value that can't be used stops the start with the name of
the setting and what it should be.

| name | default | value | meaning |
| --- | --- | --- | --- |
${(Object.entries(SETTINGS) as [string, Setting<unknown>][]).map(row).join('\n')}
`;
}
