import type { Say } from '@orchestrator/node-sdk';

/** A choice as it reads in the middle of a line: English begins it small, as far as it is said in English. */
export function inLine(say: Say, label: string): string {
  const said = say(label);
  return said === label ? label.toLowerCase() : said;
}
