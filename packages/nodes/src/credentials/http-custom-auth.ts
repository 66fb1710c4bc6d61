import { defineCredential, type HttpRequest, NodeFault, param } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { de } from './http-custom-auth.de.js';
import { withHeader, withQueryParameter } from './signing.js';

/** Headers, query parameters and fields of a JSON body, as one JSON text: `{"headers": {}, "qs": {}, "body": {}}`. */
export const httpCustomAuth = defineCredential({
  type: 'httpCustomAuth',
  label: 'Custom auth',
  summary: 'Headers, query parameters and body fields of your own, as JSON.',
  icon: 'braces',
  translations: { de },
  // The whole text is the secret, so it is one field that never comes out.
  parameters: { json: param.string({ label: 'JSON', password: true, multiline: true, language: 'json' }) },
  sign({ json }, request) {
    const { headers, qs, body } = parsed(json);
    let signed = request;
    for (const [name, value] of Object.entries(objectOf(headers))) signed = withHeader(signed, name, String(value));
    for (const [name, value] of Object.entries(objectOf(qs))) signed = withQueryParameter(signed, name, String(value));
    return withBodyFields(signed, objectOf(body));
  },
});

function parsed(json: string): JsonObject {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // The reason would quote the text, which is a secret.
  }
  throw new NodeFault('The custom credential is not the text of a JSON object', {
    code: 'credential.incomplete',
    description: 'It looks like {"headers": {"X-API-Key": "..."}, "qs": {}, "body": {}}.',
    retryable: false,
  });
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function withBodyFields(request: HttpRequest, fields: JsonObject): HttpRequest {
  if (Object.keys(fields).length === 0) return request;
  const { body = '{}' } = request;
  const whole = (value: unknown): value is JsonObject =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  try {
    const given: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    if (whole(given)) {
      const headers = { 'content-type': 'application/json', ...request.headers };
      return { ...request, headers, body: JSON.stringify({ ...given, ...fields }) };
    }
  } catch {
    // Falls to the fault below: the body is text of another kind.
  }
  throw new NodeFault('The credential adds fields to the body, which only a JSON object can take', {
    code: 'credential.body',
    retryable: false,
  });
}
