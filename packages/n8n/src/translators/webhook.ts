import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { isExpression, listAt, objectAt, present } from './parameter-reading.js';

/** Versions 1 to 2.1: where the status code is set and how a body becomes a file has moved about between them. */
export const webhook = defineTranslator({
  type: 'n8n-nodes-base.webhook',
  versions: (version) => version >= 1 && version < 3,
  translate: ({ parameters: p = {} }) => {
    const o = objectAt(p.options);
    const warnings = literalWarnings({ ...o, ...p });
    if (p.responseMode === 'streaming') {
      return {
        type: 'webhookTrigger',
        version: 1,
        parameters: {},
        unsupported: 'answering piece by piece (streaming)',
      };
    }
    return {
      type: 'webhookTrigger',
      version: 1,
      parameters: present({
        methods: methodsOf(p),
        path: p.path ?? '',
        authentication: p.authentication === 'none' ? undefined : p.authentication,
        responseMode: p.responseMode,
        responseCode: responseCodeOf(p, o),
        responseData: o.noResponseBody === true ? undefined : p.responseData,
        responseBinary: p.responseBinaryPropertyName,
        options: present({
          responseText: o.responseData === '' ? undefined : o.responseData,
          noResponseBody: o.noResponseBody,
          responseHeaders: headersOf(o.responseHeaders),
          responseProperty: o.responsePropertyName,
          responseContentType: o.responseContentType,
          rawBody: o.rawBody,
          binaryData: o.binaryData,
          suffixedJsonAsFile: true,
          binaryField: o.binaryPropertyName,
          allowedOrigins: o.allowedOrigins,
          ipAllowlist: o.ipWhitelist,
          ignoreBots: o.ignoreBots,
        }),
      }),
      ...(warnings.length > 0 ? { warnings } : {}),
    };
  },
});

function methodsOf(p: JsonObject): JsonValue {
  const given = p.httpMethod;
  if (Array.isArray(given)) return given;
  if (p.multipleMethods === true && given === undefined) return ['GET', 'POST'];
  return [typeof given === 'string' && given !== '' ? given : 'GET'];
}

/** A number of its own up to version 1, an option `{values: {responseCode, customCode}}` since. */
function responseCodeOf(p: JsonObject, options: JsonObject): JsonValue | undefined {
  const values = objectAt(objectAt(options.responseCode).values);
  return values.customCode ?? values.responseCode ?? p.responseCode;
}

function headersOf(given: JsonValue | undefined): JsonValue | undefined {
  const entries = listAt(given, 'entries');
  return entries.length === 0
    ? undefined
    : entries.map(({ name, value }) => ({ name: name ?? '', value: value ?? '' }));
}

/** A webhook's settings are read before there is an item, and so never evaluated. */
function literalWarnings(settings: JsonObject): string[] {
  return Object.entries(settings)
    .filter(([, value]) => isExpression(value))
    .map(([name]) => `"${name}" is an expression, which a webhook's settings can't be: write the value itself.`);
}
