import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Imported, ImportFault, importWorkflow } from '@orchestrator/n8n';
import { readArguments } from '../arguments.js';
import type { Command } from '../command.js';
import { FileFault, messageOf, readJsonFile } from '../files/read-json.js';
import { UsageFault } from '../usage-fault.js';

const OPTIONS = { json: { type: 'boolean' }, out: { type: 'string' } } as const;

export const command: Command = {
  name: 'import',
  summary: 'Translates n8n workflow files and says what could not be carried over; --out writes the results.',
  usage: 'import [--json] [--out DIR] FILE...',
  async run(args) {
    const { values, files } = readArguments(args, OPTIONS);
    if (values.out !== undefined) await makeFolder(values.out);
    let failures = 0;
    for (const file of files) {
      const read = await importFile(file);
      if (typeof read === 'string') failures++;
      else if (values.out !== undefined) {
        await writeFile(join(values.out, basename(file)), `${JSON.stringify(read.workflow, null, 2)}\n`);
      }
      process.stdout.write(`${values.json ? jsonLine(file, read) : inWords(file, read)}\n`);
    }
    return failures > 0 ? 1 : 0;
  },
};

/** The imported workflow, or why the file is none. */
async function importFile(file: string): Promise<Imported | string> {
  try {
    return importWorkflow(await readJsonFile(file));
  } catch (error) {
    if (error instanceof FileFault || error instanceof ImportFault) return error.message;
    return `It can't be translated: ${messageOf(error)}`;
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UsageFault(`--out: "${path}" can't be made: ${messageOf(error)}`);
  }
}

function jsonLine(file: string, read: Imported | string): string {
  if (typeof read === 'string') {
    return JSON.stringify({ file, ok: false, nodes: 0, unsupported: [], warnings: [], error: read });
  }
  return JSON.stringify({ file, ok: true, ...read.report });
}

function inWords(file: string, read: Imported | string): string {
  if (typeof read === 'string') return `${file}: not imported. ${read}`;
  const { nodes, unsupported, warnings } = read.report;
  return [
    `${file}: ${nodes - unsupported.length} of ${nodes} nodes carried over.`,
    ...unsupported.map(({ node, type, why }) => `  placeholder: "${node}" (${type}): ${why}`),
    ...warnings.map((warning) => `  note: ${warning}`),
  ].join('\n');
}
