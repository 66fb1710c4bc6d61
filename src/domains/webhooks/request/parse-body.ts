import { parse as parseForm } from 'node:querystring';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { DEPTH_LIMIT, isBlank, isTooDeep, malformedJson, TOO_DEEP } from '../../../infrastructure/json/json-bounds.js';
import { BodyRefused, type ParsedBody } from './body.js';
import { textDecoder } from './charset.js';
import { type BodyKind, bodyKind } from './media-type.js';
import { parseMultipart } from './parse-multipart.js';
import { readXml } from './read-xml.js';

/** Fields of a form; more is an attack on hash tables rather than a form. */
const MAX_FORM_FIELDS = 5_000;
const FORBIDDEN_KEY = '__proto__';

/**
 * Parses a body by its content type: JSON, form, multipart, XML and plain text. `undefined` for any other type.
 * @throws BodyRefused when it is not what its content type says, or over its bounds
 */
export function parseBody(
  content: Buffer,
  contentType: string | undefined,
): ParsedBody | Promise<ParsedBody> | undefined {
  const kind = bodyKind(contentType);
  switch (kind) {
    case 'json':
      return { value: readJson(textOf(content, contentType, kind)) };
    case 'form':
      return { value: readForm(content, contentType) };
    case 'multipart':
      return parseMultipart(content, contentType as string);
    case 'text':
      return { value: textOf(content, contentType, kind) };
    case 'xml':
      return { value: readXml(textOf(content, contentType, kind)) };
    default:
      return undefined;
  }
}

function textOf(content: Buffer, contentType: string | undefined, kind: BodyKind): string {
  return textDecoder(content, contentType, kind)(content);
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

function readForm(content: Buffer, contentType: string | undefined): JsonObject {
  const decode = textDecoder(content, contentType, 'form');
  // As bytes: only what stands between the separators is in the charset, escaped or not.
  const options = {
    maxKeys: MAX_FORM_FIELDS,
    decodeURIComponent: (text: string) => decode(unescaped(text)),
  };
  const fields: JsonObject = {};
  for (const [name, value] of Object.entries(parseForm(content.toString('latin1'), '&', '=', options))) {
    if (name !== FORBIDDEN_KEY) fields[name] = value as JsonValue;
  }
  return fields;
}

/** The bytes of a text in which some are escaped (`%C3`). A percent sign that escapes nothing stands for itself. */
function unescaped(text: string): Buffer {
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
