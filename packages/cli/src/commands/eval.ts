import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createExpressionEngine } from '@orchestrator/expression';
import { Sandbox } from '@orchestrator/sandbox';
import type { Command } from '../command.js';
import { answerOf, type ExpressionTable, tableScope } from '../eval/table.js';

export const command: Command = {
  name: 'eval',
  usage: 'eval --table FILE',
  summary: 'Evaluates a table of expressions and prints one JSON line a case: {"id", "kind", "result"}.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { table: { type: 'string' } } });
    if (!values.table) {
      process.stderr.write('orchestrator eval: name the table with --table FILE\n');
      return 2;
    }
    process.env.TZ = 'UTC'; // dates that name no zone mean the same on every machine
    const table = JSON.parse(readFileSync(values.table, 'utf8')) as ExpressionTable;
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
