import { parse as parseForm } from 'node:querystring';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { XMLParser } from 'fast-xml-parser';
import { DEPTH_LIMIT, isBlank, isTooDeep, malformedJson, TOO_DEEP } from '../../../infrastructure/json/json-bounds.js';
import { BodyRefused, type ParsedBody } from './body.js';
import { parseMultipart } from './parse-multipart.js';

/** Fields of a form; more is an attack on hash tables rather than a form. */
const MAX_FORM_FIELDS = 5_000;
/** Tags, attributes and entities of an XML body. To read 100,000 of them takes some 200 ms. */
const MAX_XML_PARTS = 200_000;
const FORBIDDEN_KEY = '__proto__';

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

/** The media type of a content type, in lower case and without parameters. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * Parses a body by its content type: JSON, form, multipart, XML and plain text. `undefined` for any other type.
 * @throws BodyRefused when it is not what its content type says, or over its bounds
 */
export function parseBody(
  content: Buffer,
  contentType: string | undefined,
): ParsedBody | Promise<ParsedBody> | undefined {
  switch (mediaType(contentType)) {
    case 'application/json':
      return { value: readJson(content.toString('utf8')) };
    case 'application/x-www-form-urlencoded':
      return { value: readForm(content.toString('utf8')) };
    case 'multipart/form-data':
      return parseMultipart(content, contentType as string);
    case 'text/plain':
      return { value: content.toString('utf8') };
    case 'application/xml':
    case 'text/xml':
      return { value: readXml(content.toString('utf8')) };
    default:
      return undefined;
  }
}

function readJson(text: string): JsonValue {
  if (isBlank(text)) return {};
  if (isTooDeep(text, DEPTH_LIMIT)) throw new BodyRefused(TOO_DEEP);
  let value: JsonValue;
  try {
    // An escape may hide the key; a text without either needs no second look at every value.
    const maySet = text.includes(FORBIDDEN_KEY) || text.includes('\\');
    value = JSON.parse(text, maySet ? dropPrototypes : undefined) as JsonValue;
  } catch (error) {
    throw new BodyRefused(malformedJson(error));
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
  if (hasMoreParts(text, MAX_XML_PARTS)) {
    const detail = `The XML has more than ${MAX_XML_PARTS} tags, attributes and entities.`;
    throw new BodyRefused({ status: 413, code: 'body.too_many_parts', detail });
  }
  try {
    return xml.parse(text, true) as JsonValue;
  } catch (error) {
    const detail = `The body is not XML: ${(error as Error).message}`;
    throw new BodyRefused({ status: 400, code: 'body.malformed', detail });
  }
}

/** Whether the text has more places than `limit` where a tag, the value of an attribute, or an entity begins. */
function hasMoreParts(text: string, limit: number): boolean {
  let parts = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code === 60 || code === 61 || code === 38) && ++parts > limit) return true; // `<`, `=`, `&`
  }
  return false;
}
