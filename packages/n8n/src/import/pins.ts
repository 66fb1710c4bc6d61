import type { BinaryRef, Item, JsonObject } from '@orchestrator/workflow';
import { cleanObject, isRecord } from './clean-json.js';
import type { ReportWriter } from './report.js';

/**
 * Turns n8n's pinned data (by node name) into pins by node id, one item a step. Items may be bare objects, as old files
 * have them.
 */
export function* importPins(
  given: unknown,
  idByName: ReadonlyMap<string, string>,
  report: ReportWriter,
): Generator<void, Record<string, Item[]> | undefined> {
  if (!isRecord(given)) return undefined;
  const pins: Record<string, Item[]> = {};
  for (const [name, items] of Object.entries(given)) {
    const id = idByName.get(name);
    if (id === undefined) report.warn(`Pinned data of "${name}" was left out: there is no such node.`);
    if (id === undefined || !Array.isArray(items)) continue;
    const pinned: Item[] = [];
    for (const item of items) {
      pinned.push(readItem(item, name, report));
      yield;
    }
    pins[id] = pinned;
  }
  return Object.keys(pins).length > 0 ? pins : undefined;
}

function readItem(given: unknown, name: string, report: ReportWriter): Item {
  const dropped = (path: string) =>
    report.warn(`Pinned data of "${name}": ${path} was left out, its name is not safe.`);
  const wrapped = isRecord(given) && isRecord(given.json);
  const json: JsonObject = cleanObject(wrapped ? given.json : given, 'json', { dropped, isData: true });
  const binary = wrapped ? readBinary(given.binary) : undefined;
  return binary ? { json, binary } : { json };
}

function readBinary(given: unknown): Record<string, BinaryRef> | undefined {
  if (!isRecord(given)) return undefined;
  const files: Record<string, BinaryRef> = {};
  for (const [key, value] of Object.entries(cleanObject(given, 'binary', { dropped: () => {} }))) {
    // A file by id lies in the store of the n8n it came from: only files that carry their content come along.
    if (!isRecord(value) || typeof value.data !== 'string' || typeof value.mimeType !== 'string') continue;
    const { data, mimeType, fileName, fileExtension, fileType, fileSize, directory } = value;
    files[key] = { data, mimeType, ...texts({ fileName, fileExtension, fileType, fileSize, directory }) };
  }
  return Object.keys(files).length > 0 ? files : undefined;
}

function texts(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
}
