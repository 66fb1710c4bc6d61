/** One subcommand of `orchestrator`. Loaded only when it is called, so that `--help` is quick. */
export interface Command {
  name: string;
  /** One line for `--help`. */
  summary: string;
  /** How it is called, without the program's name. */
  usage: string;
  /** Gives the exit code. */
  run(args: readonly string[]): Promise<number>;
}
