import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { credentialTypeOf } from './http-request.js';
import { fieldList } from './http-request-shape.js';
import { chosen, objectAt, present } from './parameter-reading.js';

/** What version 1 named its ways to sign a request. */
const CREDENTIALS_V1: Readonly<Record<string, string>> = {
  basicAuth: 'httpBasicAuth',
  digestAuth: 'httpDigestAuth',
  headerAuth: 'httpHeaderAuth',
  queryAuth: 'httpQueryAuth',
  oAuth1: 'oAuth1Api',
  oAuth2: 'oAuth2Api',
};

/** Versions 1 and 2: the same but for the choice of the credential. */
export const httpRequestLegacy = defineTranslator({
  type: 'n8n-nodes-base.httpRequest',
  versions: (version) => version < 3,
  translate({ parameters: p = {} }) {
    const options = objectAt(p.options);
    const asJson = p.jsonParameters === true;
    return {
      type: 'httpRequest',
      version: 1,
      parameters: {
        method: p.requestMethod ?? 'GET',
        url: p.url ?? '',
        credentialType: CREDENTIALS_V1[String(p.authentication)] ?? credentialTypeOf(p),
        ...pairs('query', asJson, p.queryParametersJson, p.queryParametersUi),
        ...pairs('headers', asJson, p.headerParametersJson, p.headerParametersUi),
        ...legacyBody(p, options, asJson),
        options: legacyOptions(p, options),
      },
    };
  },
});

function pairs(
  name: 'query' | 'headers',
  asJson: boolean,
  json: JsonValue | undefined,
  fields: JsonValue | undefined,
): JsonObject {
  if (asJson) {
    return isBlank(json) ? { [`${name}Mode`]: 'none' } : { [`${name}Mode`]: 'json', [`${name}Json`]: json };
  }
  return { [`${name}Mode`]: 'fields', [name]: fieldList(fields, 'parameter') };
}

function legacyBody(p: JsonObject, options: JsonObject, asJson: boolean): JsonObject {
  const hasBody = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(String(p.requestMethod ?? 'GET'));
  if (!hasBody) return { bodyKind: 'none' };
  const mimeType = options.bodyContentCustomMimeType ?? '';
  const kind = options.bodyContentType ?? 'json';
  if (p.sendBinaryData === true && (kind === 'raw' || kind === 'multipart-form-data')) return files(p, kind, asJson);
  if (kind === 'raw') return { bodyKind: 'raw', rawBody: p.bodyParametersJson ?? '', rawContentType: mimeType };
  const native = chosen(kind, { 'form-urlencoded': 'form', 'multipart-form-data': 'multipart', json: 'json' }, 'json');
  if (asJson) {
    if (isBlank(p.bodyParametersJson)) return { bodyKind: 'none' };
    return { bodyKind: native, bodyMode: 'text', bodyText: p.bodyParametersJson };
  }
  const bodyFields = fieldList(p.bodyParametersUi, 'parameter');
  return bodyFields.length === 0 ? { bodyKind: 'none' } : { bodyKind: native, bodyMode: 'fields', bodyFields };
}

/** `binaryPropertyName` is one field for a raw body, and a list such as `file:data,other:image` for a form. */
function files(p: JsonObject, kind: JsonValue, asJson: boolean): JsonObject {
  const names = p.binaryPropertyName ?? 'data';
  if (kind === 'raw') return { bodyKind: 'file', fileField: names };
  const parts = String(names)
    .split(',')
    .map((each) => {
      const [name = '', field = name] = each.split(':').map((part) => part.trim());
      return each.includes(':') ? { name, file: field } : { name, file: name };
    });
  return {
    bodyKind: 'multipart',
    bodyFields: [...(asJson ? [] : fieldList(p.bodyParametersUi, 'parameter')), ...parts],
  };
}

function legacyOptions(p: JsonObject, options: JsonObject): JsonObject {
  return present({
    batchSize: options.batchSize,
    batchInterval: options.batchSize === undefined ? undefined : (options.batchInterval ?? 1_000),
    insecure: p.allowUnauthorizedCerts,
    arrayFormat: options.useQueryString === true ? 'repeat' : 'indices',
    lowercaseHeaders: false,
    redirects: options.followRedirect === false ? 'none' : options.followAllRedirects === true ? 'all' : 'safe',
    responseFormat: chosen(p.responseFormat, { json: 'json', string: 'text', file: 'file' }, 'json'),
    outputField: p.dataPropertyName,
    fullResponse: options.fullResponse,
    neverError: options.ignoreResponseCode,
    splitArrays: options.splitIntoItems ?? false,
    proxy: options.proxy,
    timeout: options.timeout,
  });
}

function isBlank(value: JsonValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}
