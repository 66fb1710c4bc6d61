import type { Command } from './command.js';
import { messageOf } from './files/read-json.js';
import { UsageFault } from './usage-fault.js';

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  eval: () => import('./commands/eval.js'),
  run: () => import('./commands/run.js'),
  import: () => import('./commands/import.js'),
  validate: () => import('./commands/validate.js'),
  'reset-password': () => import('./commands/reset-password.js'),
};

/**
 * Runs the command line.
 * @param argv arguments after the program's name
 * @returns the exit code: 0 done, 1 found faults or failed, 2 called wrongly
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = '--help', ...args] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return call((await load()).command, args);
  const known = await Promise.all(Object.values(COMMANDS).map(async (each) => (await each()).command));
  const lines = known.map((command) => `  ${command.usage}\n      ${command.summary}`);
  const asked = ['--help', '-h', 'help'].includes(name);
  if (!asked) process.stderr.write(`orchestrator: there is no command '${name}'\n\n`);
  (asked ? process.stdout : process.stderr).write(`Usage: orchestrator COMMAND\n\n${lines.join('\n')}\n`);
  return asked ? 0 : 2;
}

async function call(command: Command, args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`Usage: orchestrator ${command.usage}\n\n${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageFault) {
      process.stderr.write(`orchestrator ${command.name}: ${error.message}\nUsage: orchestrator ${command.usage}\n`);
      return 2;
    }
    process.stderr.write(`orchestrator ${command.name}: ${messageOf(error)}\n`);
    return 1;
  }
}
