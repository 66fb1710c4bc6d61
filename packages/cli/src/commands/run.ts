import { basename, resolve } from 'node:path';
import { ImportFault, readDocument } from '@orchestrator/n8n';
import {
  type Item,
  ItemSchema,
  type JsonObject,
  validateWorkflow,
  type WorkflowDocument,
} from '@orchestrator/workflow';
import { readArguments } from '../arguments.js';
import type { Command } from '../command.js';
import { FileFault, messageOf, readJsonFile } from '../files/read-json.js';
import { GivenCredentials } from '../run/given-credentials.js';
import { createLocalHost } from '../run/local-host.js';
import { inWords, jsonLine, type RunResult } from '../run/result.js';
import { LocalRunner } from '../run/runner.js';
import { UsageFault } from '../usage-fault.js';

const OPTIONS = {
  json: { type: 'boolean' },
  timezone: { type: 'string' },
  input: { type: 'string' },
  pins: { type: 'boolean' },
  credentials: { type: 'string' },
} as const;

export const command: Command = {
  name: 'run',
  summary: 'Runs workflow files, native or n8n, here: without a server and without a database.',
  usage: 'run [--json] [--timezone TZ] [--input FILE] [--credentials FILE] [--pins] FILE...',
  async run(args) {
    const { values, files } = readArguments(args, OPTIONS);
    const timezone = readTimezone(values.timezone);
    // As on the server: dates that name no zone mean the same on every machine.
    process.env.TZ = 'UTC';
    const items = values.input === undefined ? [{ json: {} }] : readItems(await readGiven('--input', values.input));
    const credentials =
      values.credentials === undefined
        ? undefined
        : GivenCredentials.read(await readGiven('--credentials', values.credentials));
    const workflows = new Map<string, WorkflowDocument | string>();
    for (const file of files) workflows.set(file, await readWorkflow(file));
    const host = createLocalHost(process.env, credentials);
    let failures = 0;
    try {
      const runner = new LocalRunner(
        host,
        {
          timezone,
          items,
          credentials,
          pins: values.pins ?? false,
          log: (line) => process.stderr.write(`${line}\n`),
        },
        finder(workflows),
      );
      for (const [file, workflow] of workflows) {
        const result = typeof workflow === 'string' ? unreadable(workflow) : await runFile(runner, workflow);
        if (result.status !== 'success' && result.status !== 'waiting') failures++;
        process.stdout.write(`${values.json ? jsonLine(file, result) : inWords(file, result)}\n`);
      }
    } finally {
      await host.close();
    }
    return failures > 0 ? 1 : 0;
  },
};

/** A fault of our own in one run must not take the other files with it. */
async function runFile(runner: LocalRunner, workflow: WorkflowDocument): Promise<RunResult> {
  try {
    return await runner.run(workflow);
  } catch (error) {
    return unreadable(`The run broke off: ${messageOf(error)}`);
  }
}

function unreadable(message: string): RunResult {
  return { status: 'error', error: { message }, runs: {} };
}

/** The workflow of a file, or why it can't be run. Its nodes are looked at only when the run reaches them. */
async function readWorkflow(file: string): Promise<WorkflowDocument | string> {
  try {
    const { workflow } = readDocument(await readJsonFile(file));
    const fault = validateWorkflow(workflow).find(({ severity }) => severity === 'error');
    if (!fault) return workflow;
    const where = [fault.node, fault.field].filter(Boolean).join(' ');
    return `The workflow can't be run: ${where === '' ? '' : `${where}: `}${fault.message}`;
  } catch (error) {
    if (error instanceof FileFault || error instanceof ImportFault) return error.message;
    return `The workflow can't be read: ${messageOf(error)}`;
  }
}

/** Sub-workflows are found by the id in their file, by the file's path, or by its name without the ending. */
function finder(workflows: ReadonlyMap<string, WorkflowDocument | string>) {
  const known = new Map<string, WorkflowDocument>();
  for (const [file, workflow] of workflows) {
    if (typeof workflow === 'string') continue;
    for (const key of [resolve(file), basename(file, '.json'), workflow.id]) if (key) known.set(key, workflow);
  }
  return (id: string) => known.get(id) ?? known.get(resolve(id));
}

/** The JSON of the file of an option. */
async function readGiven(option: string, file: string): Promise<unknown> {
  try {
    return await readJsonFile(file);
  } catch (error) {
    throw error instanceof FileFault ? new UsageFault(`${option}: ${error.message}`) : error;
  }
}

/** A JSON array of items, or of what is in their `json`. */
function readItems(given: unknown): Item[] {
  if (!Array.isArray(given)) throw new UsageFault('--input: the file has to hold a JSON array of items.');
  return given.map((each, index) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) {
      throw new UsageFault(`--input: item ${index} is not an object.`);
    }
    const isItem = 'json' in each && Object.keys(each).every((key) => key in ItemSchema.properties);
    return isItem ? (each as Item) : { json: each as JsonObject };
  });
}

function readTimezone(given: string | undefined): string {
  const timezone = given ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return timezone;
  } catch {
    throw new UsageFault(`--timezone: "${timezone}" is not a time zone. Give one such as Europe/Berlin.`);
  }
}
