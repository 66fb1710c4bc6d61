import { type HttpResponse, NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import type { Settings } from './draft.js';

/** How much of an answer's text is shown with a failure. Characters. */
const SHOWN_TEXT = 500;

/** Throws for a status that says the call failed. */
export function requireSuccess(response: HttpResponse): void {
  if (response.status >= 200 && response.status < 300) return;
  const text = (response.text ?? '').trim();
  throw new NodeFault(`The service answered ${response.status} ${response.statusText}`.trim(), {
    code: 'http.status',
    description: text.slice(0, SHOWN_TEXT) || undefined,
    details: { status: response.status, url: response.url },
  });
}

/** What the answer is taken for: the format that was chosen, or what its content type says. */
function formatOf(response: HttpResponse, chosen: Settings['options']['responseFormat']): 'json' | 'text' | 'file' {
  if (chosen !== undefined && chosen !== 'auto') return chosen;
  if (response.blob) return 'file';
  return String(response.headers['content-type'] ?? '').includes('application/json') ? 'json' : 'text';
}

/** The body as expressions of paging see it: a value for JSON, else text. */
export function bodyForPaging(response: HttpResponse): JsonValue {
  if (response.blob) return { ...response.blob } as unknown as JsonObject;
  if (response.json !== undefined) return response.json;
  const text = response.text ?? '';
  const isJson = String(response.headers['content-type'] ?? '').includes('application/json');
  if (text.trim() === '') return '';
  try {
    return isJson ? (JSON.parse(text) as JsonValue) : text;
  } catch {
    return {};
  }
}

/** The items that one answer gives. Throws for an answer that is not of the chosen format. */
export function itemsOf(response: HttpResponse, options: Settings['options'], input: Item, index: number): Item[] {
  const field = options.outputField || 'data';
  const pairedItem = { item: index };
  const meta: JsonObject = options.fullResponse
    ? {
        headers: response.headers as unknown as JsonObject,
        statusCode: response.status,
        statusMessage: response.statusText,
      }
    : {};
  switch (formatOf(response, options.responseFormat)) {
    case 'file': {
      const binary = { ...input.binary, [field]: response.blob! };
      return [{ json: options.fullResponse ? meta : input.json, binary, pairedItem }];
    }
    case 'text':
      return [{ json: { ...(response.text ? { [field]: response.text } : {}), ...meta }, pairedItem }];
    default: {
      const body = response.json ?? parseJson(response.text ?? '', options);
      if (options.fullResponse) return [{ json: { body, ...meta }, pairedItem }];
      const values = Array.isArray(body) && (options.splitArrays ?? true) ? body : [body];
      // An element that is no object stands as it came, which is what `$json` then is.
      return values.map((json) => ({ json: (json ?? {}) as JsonObject, pairedItem }));
    }
  }
}

/** Nothing at all is an item without fields: services that have nothing to say answer so (204). */
function parseJson(text: string, options: Settings['options']): JsonValue {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const auto = (options.responseFormat ?? 'auto') === 'auto';
    if (auto && options.neverError) return {};
    throw new NodeFault('The answer is not valid JSON', {
      code: 'http.json_response',
      description: `Choose "Text" as the response format to take it as it is. It begins: ${text.slice(0, SHOWN_TEXT)}`,
      cause: error,
    });
  }
}
