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
  // Blanks at once: the parser would put millions of pieces together for them.
  const text = content.toString('latin1').replaceAll('+', ' ');
  for (const [name, value] of Object.entries(parseForm(text, '&', '=', options))) {
    if (name !== FORBIDDEN_KEY) fields[name] = value as JsonValue;
  }
  return fields;
}

/** The bytes of a text in which some are escaped (`%C3`). A percent sign that escapes nothing stands for itself. */
function unescaped(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  let end = 0;
  for (let at = 0; at < bytes.length; at++) {
    const high = bytes[at] === PERCENT ? hexDigit(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(bytes[at + 2]);
    bytes[end++] = low < 0 ? (bytes[at] as number) : high * 16 + low;
    if (low >= 0) at += 2;
  }
  return bytes.subarray(0, end);
}

const PERCENT = 37;

/** What a hexadecimal digit stands for; -1 for what is none. */
function hexDigit(code = 0): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
