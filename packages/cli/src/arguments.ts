import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageFault } from './usage-fault.js';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads options and files of a subcommand.
 * @throws UsageFault for an unknown option, a missing value, or no file at all
 */
export function readArguments<const O extends OptionsConfig>(args: readonly string[], options: O) {
  let parsed: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault((error as Error).message);
  }
  if (parsed.positionals.length === 0) throw new UsageFault('Name at least one file.');
  return { values: parsed.values, files: parsed.positionals };
}
