import { parseArgs } from 'node:util';
import { createExpressionEngine } from '@orchestrator/expression';
import { Sandbox } from '@orchestrator/sandbox';
import type { Command } from '../command.js';
import { readTable } from '../eval/read-table.js';
import { answerOf, type ExpressionTable, tableScope } from '../eval/table.js';
import { FileFault, readJsonFile } from '../files/read-json.js';
import { UsageFault } from '../usage-fault.js';

export const command: Command = {
  name: 'eval',
  usage: 'eval --table FILE',
  summary: 'Evaluates a table of expressions and prints one JSON line a case: {"id", "kind", "result"}.',
  async run(args) {
    const file = fileOf(args);
    const table = await tableOf(file);
    process.env.TZ = 'UTC'; // dates that name no zone mean the same on every machine
    const sandbox = Sandbox.start();
    const engine = createExpressionEngine({ fallback: sandbox });
    try {
      for (const { id, item, expression } of table.cases) {
        const evaluation = await engine.evaluate(expression, tableScope(table, item));
        process.stdout.write(`${JSON.stringify(answerOf(id, evaluation))}\n`);
      }
    } finally {
      await sandbox.close();
    }
    return 0;
  },
};

function fileOf(args: readonly string[]): string {
  let file: string | undefined;
  try {
    file = parseArgs({ args: [...args], options: { table: { type: 'string' } } }).values.table;
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
  if (!file) throw new UsageFault('Name the table with --table FILE.');
  return file;
}

async function tableOf(file: string): Promise<ExpressionTable> {
  try {
    return readTable(await readJsonFile(file));
  } catch (error) {
    if (error instanceof FileFault) throw new UsageFault(`--table: ${error.message}`);
    throw error;
  }
}
