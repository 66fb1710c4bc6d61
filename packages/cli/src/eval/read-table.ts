import { FileFault } from '../files/read-json.js';
import type { ExpressionTable } from './table.js';

type Fields = Record<string, unknown>;

/**
 * A table of expressions, looked at before it is used.
 * @throws FileFault that names the first place which is not as it has to be
 */
export function readTable(given: unknown): ExpressionTable {
  const table = record(given, 'the file');
  if (table.timezone !== undefined) zone(table.timezone);
  const setup = record(table.setup, 'setup');
  const workflow = record(setup.workflow, 'setup.workflow');
  list(workflow.nodes, 'setup.workflow.nodes').forEach((node, i) => {
    const at = `setup.workflow.nodes[${i}]`;
    text(record(node, at).name, `${at}.name`);
    if (record(node, at).parameters !== undefined) record(record(node, at).parameters, `${at}.parameters`);
  });
  connections(workflow.connections ?? {});
  for (const [name, items] of Object.entries(record(setup.outputs, 'setup.outputs'))) {
    const at = `setup.outputs.${name}`;
    list(items, at).forEach((item, i) => {
      record(record(item, `${at}[${i}]`).json, `${at}[${i}].json`);
    });
  }
  list(table.cases, 'cases').forEach((each, i) => {
    const { id, item, expression } = record(each, `cases[${i}]`);
    text(id, `cases[${i}].id`);
    text(expression, `cases[${i}].expression`);
    if (!Number.isInteger(item) || (item as number) < 0) wrong(`cases[${i}].item`, 'the number of an item, from 0');
  });
  return table as unknown as ExpressionTable;
}

function connections(given: unknown): void {
  for (const [from, outputs] of Object.entries(record(given, 'setup.workflow.connections'))) {
    const at = `setup.workflow.connections.${from}`;
    const { main = [] } = record(outputs, at);
    list(main, `${at}.main`).forEach((targets, i) => {
      const place = `${at}.main[${i}]`;
      if (targets !== null)
        for (const target of list(targets, place)) text(record(target, place).node, `${place}.node`);
    });
  }
}

function record(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, 'an object');
  return value as Fields;
}

function list(value: unknown, place: string): unknown[] {
  return Array.isArray(value) ? value : wrong(place, 'a list');
}

function text(value: unknown, place: string): void {
  if (typeof value !== 'string') wrong(place, 'a text');
}

function zone(value: unknown): void {
  text(value, 'timezone');
  try {
    new Intl.DateTimeFormat('en', { timeZone: value as string });
  } catch {
    wrong('timezone', 'a time zone, such as Europe/Berlin');
  }
}

function wrong(place: string, wanted: string): never {
  throw new FileFault(`This is no table of expressions: ${place} has to be ${wanted}.`);
}
