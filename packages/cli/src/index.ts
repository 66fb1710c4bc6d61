import type { Command } from './command.js';

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {};

/**
 * Runs the command line.
 * @param argv arguments after the program's name
 * @returns the exit code: 0 done, 1 found faults or failed, 2 called wrongly
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [name = '--help', ...args] = argv;
  const load = COMMANDS[name];
  if (load) return (await load()).command.run(args);
  const known = await Promise.all(Object.values(COMMANDS).map(async (each) => (await each()).command));
  const lines = known.map((command) => `  ${command.usage}\n      ${command.summary}`);
  const asked = ['--help', '-h', 'help'].includes(name);
  if (!asked) process.stderr.write(`orchestrator: there is no command '${name}'\n\n`);
  (asked ? process.stdout : process.stderr).write(`Usage: orchestrator COMMAND\n\n${lines.join('\n')}\n`);
  return asked ? 0 : 2;
}
