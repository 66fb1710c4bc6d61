import { parse as parseForm } from 'node:querystring';
import type { BinaryRef, JsonObject, JsonValue } from '@orchestrator/workflow';
import { XMLParser } from 'fast-xml-parser';
import { DEPTH_LIMIT, isTooDeep } from '../../../http/json-body.js';
import { Problem } from '../../../http/problem.js';
import type { KeepFile, ReadBody } from './body.js';
import { readMultipart } from './read-multipart.js';

export interface BodyRules {
  /** Keep the body as a file under this name, whatever its type. */
  asFile?: string;
  /** Keep the body as it came, as a file, beside what was read of it. */
  raw?: boolean;
  /** Name of the file property where the body is kept as a file. */
  fileProperty: string;
  /** Number the files of a form behind this name, in place of the names of their fields. */
  filePrefix?: string;
}

/** Fields of a form; more is an attack on hash tables rather than a form. */
const MAX_FORM_FIELDS = 5_000;
/** Tags and attributes of an XML body. Reading 100,000 tags holds the process up for some 200 ms. */
const MAX_XML_PARTS = 200_000;
const FORBIDDEN_KEY = '__proto__';
const BYTES = 'application/octet-stream';

// As n8n shows XML: attributes under `$`, text beside them under `_`, everything text.
const xml = new XMLParser({
  attributesGroupName: '$',
  attributeNamePrefix: '',
  ignoreAttributes: false,
  ignoreDeclaration: true,
  textNodeName: '_',
  parseTagValue: false,
  parseAttributeValue: false,
});

/**
 * Reads the body of a webhook call by its content type: JSON, form, multipart, XML and plain text become the item's
 * `body`; everything else is kept as a file.
 * @throws Problem 400 when it is not what its content type says
 */
export function readBody(
  content: Buffer,
  contentType: string | undefined,
  rules: BodyRules,
  keep: KeepFile,
): ReadBody | Promise<ReadBody> {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (rules.asFile !== undefined && type !== 'multipart/form-data') {
    return content.length === 0 ? { body: {} } : asFile(content, type, rules.asFile, keep);
  }
  if (rules.raw) return withRaw(content, type, contentType, rules, keep);
  if (content.length === 0) return { body: {} };
  if (type === 'multipart/form-data') return readMultipart(content, contentType as string, keep, rules.filePrefix);
  const read = readKnown(content, type);
  if (read !== undefined) return { body: read };
  return asFile(content, type, rules.fileProperty, keep);
}

async function asFile(content: Buffer, type: string, name: string, keep: KeepFile): Promise<ReadBody> {
  return { body: {}, binary: { [name]: await keepBody(content, type, keep) } };
}

/** The body as a file. Bytes of no other type are told by their extension too, as n8n does. */
async function keepBody(content: Buffer, type: string, keep: KeepFile): Promise<BinaryRef> {
  const file = await keep(content, { mimeType: type || undefined });
  return file.mimeType === BYTES ? { fileExtension: 'bin', ...file } : file;
}

/** The body twice: as a file without a name, and as far as it can be read. */
async function withRaw(
  content: Buffer,
  type: string,
  contentType: string | undefined,
  rules: BodyRules,
  keep: KeepFile,
): Promise<ReadBody> {
  const { fileName: _, fileExtension: __, ...raw } = await keep(content, { mimeType: type || undefined });
  const binary = { [rules.fileProperty]: raw as BinaryRef };
  if (type === 'multipart/form-data') {
    const read = await readMultipart(content, contentType as string, keep, rules.filePrefix);
    return { body: read.body, binary: { ...binary, ...read.binary } };
  }
  const read = content.length === 0 ? {} : readKnown(content, type);
  return read === undefined ? ({ binary } as unknown as ReadBody) : { body: read, binary };
}

/** The body as a value, or `undefined` for a type that is kept as a file. */
function readKnown(content: Buffer, type: string): JsonValue | undefined {
  switch (type) {
    case 'application/json':
      return readJson(content.toString('utf8'));
    case 'application/x-www-form-urlencoded':
      return readForm(content.toString('utf8'));
    case 'text/plain':
      return content.toString('utf8');
    case 'application/xml':
    case 'text/xml':
      return readXml(content.toString('utf8'));
    default:
      return undefined;
  }
}

function readJson(text: string): JsonValue {
  if (text.trim() === '') return {};
  // A text is no deeper than half its length: most are not worth a look.
  if (text.length > DEPTH_LIMIT * 2 && isTooDeep(text, DEPTH_LIMIT))
    throw new Problem(400, 'body.too_deep', `The JSON is nested deeper than ${DEPTH_LIMIT} levels.`);
  let value: JsonValue;
  try {
    // An escape may hide the key; a text without either needs no second look at every value.
    const maySet = text.includes(FORBIDDEN_KEY) || text.includes('\\');
    value = JSON.parse(text, maySet ? dropPrototypes : undefined) as JsonValue;
  } catch (error) {
    throw new Problem(400, 'body.malformed', `The body is not JSON: ${(error as Error).message}`);
  }
  return value === null ? {} : value;
}

/** A key that reaches the prototype is dropped, not refused: the sender of a webhook is seldom the one who could mend it. */
function dropPrototypes(key: string, value: unknown): unknown {
  return key === FORBIDDEN_KEY ? undefined : value;
}

function readForm(text: string): JsonObject {
  const fields: JsonObject = {};
  for (const [name, value] of Object.entries(parseForm(text, '&', '=', { maxKeys: MAX_FORM_FIELDS }))) {
    if (name !== FORBIDDEN_KEY) fields[name] = value as JsonValue;
  }
  return fields;
}

function readXml(text: string): JsonValue {
  if (hasMoreParts(text, MAX_XML_PARTS))
    throw new Problem(413, 'body.too_many_parts', `The XML has more than ${MAX_XML_PARTS} tags and attributes.`);
  try {
    return xml.parse(text, true) as JsonValue;
  } catch (error) {
    throw new Problem(400, 'body.malformed', `The body is not XML: ${(error as Error).message}`);
  }
}

/** Whether the text has more places than `limit` where a tag or the value of an attribute begins. */
function hasMoreParts(text: string, limit: number): boolean {
  let parts = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code === 60 || code === 61) && ++parts > limit) return true; // `<`, `=`
  }
  return false;
}
