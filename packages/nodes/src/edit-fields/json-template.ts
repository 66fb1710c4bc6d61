import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { toJsonValue } from '../value-types/json-value.js';
import { type TemplatePart, templateParts } from './template-parts.js';

/** A JSON text cut up, or a value with expressions in it: what is worked out once for all items. */
export type JsonSource = { parts: readonly TemplatePart[] } | { value: JsonValue };

/** Reads the parameter: text that begins with `=` is a template. */
export function jsonSource(raw: JsonValue): JsonSource {
  if (typeof raw !== 'string') return { value: raw };
  return { parts: raw.startsWith('=') ? templateParts(raw.replace(/^=+/, '')) : [{ kind: 'text', text: raw }] };
}

/**
 * The object that a JSON text stands for. In a text with expressions (`={"a": {{ $json.b }}}`) each is evaluated by
 * itself; what gives an object or a list is put in as JSON, all else as text, so that `"{{ $json.name }}"` is a string.
 *
 * @throws NodeFault when what comes out is not a JSON object
 */
export async function jsonObjectFrom(
  source: JsonSource,
  evaluate: (value: JsonValue) => Promise<JsonValue | undefined>,
  itemIndex: number,
): Promise<JsonObject> {
  const value: unknown =
    'parts' in source ? parse(await fill(source.parts, evaluate), itemIndex) : await evaluate(source.value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new NodeFault('The JSON is not an object', {
      code: 'json.object',
      itemIndex,
      parameter: 'json',
      description: 'An item is a JSON object, such as {"name": "value"}.',
      retryable: false,
    });
  }
  return value as JsonObject;
}

async function fill(
  parts: readonly TemplatePart[],
  evaluate: (value: JsonValue) => Promise<JsonValue | undefined>,
): Promise<string> {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const value = toJsonValue(await evaluate(`=${part.text}`));
    text += typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return text;
}

function parse(text: string, itemIndex: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NodeFault('The JSON is not valid', {
      code: 'json.syntax',
      itemIndex,
      parameter: 'json',
      description: `${(error as Error).message}. Strings from expressions need quotes around them: "{{ $json.name }}".`,
      retryable: false,
    });
  }
}
