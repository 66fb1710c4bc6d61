import { expressionRules } from '@orchestrator/expression';
import { ImportFault, readDocument } from '@orchestrator/n8n';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { errorInWords, type Fault, validateWorkflow } from '@orchestrator/workflow';
import { readArguments } from '../arguments.js';
import type { Command } from '../command.js';
import { FileFault, messageOf, readJsonFile } from '../files/read-json.js';

const RULES = { nodeTypes: nodeTypeLookup(builtinNodes), expressions: expressionRules() };

export const command: Command = {
  name: 'validate',
  summary: 'Checks workflow files, native or n8n, without running them; exit code 1 when one has an error.',
  usage: 'validate [--json] FILE...',
  async run(args) {
    const { values, files } = readArguments(args, { json: { type: 'boolean' } });
    let wrong = 0;
    for (const file of files) {
      const faults = await validateFile(file);
      const ok = !faults.some((fault) => fault.severity === 'error');
      if (!ok) wrong++;
      process.stdout.write(`${values.json ? JSON.stringify({ file, ok, faults }) : inWords(file, faults)}\n`);
    }
    return wrong > 0 ? 1 : 0;
  },
};

async function validateFile(file: string): Promise<Fault[]> {
  try {
    const read = readDocument(await readJsonFile(file));
    const unsupported: Fault[] =
      read.format === 'native'
        ? []
        : read.report.unsupported.map(({ node, type, why }) => ({
            node,
            field: 'type',
            rule: 'node.placeholder',
            message: `${type}: ${why}. A run that reaches it stops there.`,
            severity: 'warning',
          }));
    return [...validateWorkflow(read.workflow, RULES), ...unsupported];
  } catch (error) {
    if (error instanceof FileFault) return [fileFault('file.unreadable', error.message)];
    if (error instanceof ImportFault) return [fileFault(error.code, error.message)];
    return [fileFault('file.unusable', `The file can't be checked: ${messageOf(error)}`)];
  }
}

function fileFault(rule: string, message: string): Fault {
  return { field: '', rule, message, severity: 'error' };
}

function inWords(file: string, faults: readonly Fault[]): string {
  if (faults.length === 0) return `${file}: no faults.`;
  const lines = faults.flatMap(({ severity, node, field, rule, message, parameter, expression }) => {
    // In the words of an error of a run; what is about no parameter is told by its path.
    const path = parameter ?? (field === '' ? undefined : { path: field });
    const [what = '', ...more] = errorInWords({ node, parameter: path, message, expression });
    return [`  ${severity}: ${what} [${rule}]`, ...more.map((line) => `    ${line}`)];
  });
  return [`${file}:`, ...lines].join('\n');
}
