import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { bodyOf } from './http-request-body.js';
import { paginationOf } from './http-request-pagination.js';
import { fieldList, inner } from './http-request-shape.js';
import { chosen, objectAt, present } from './parameter-reading.js';

/** Versions 3 and 4.x. Versions 1 and 2 are in http-request-legacy.ts. */
export const httpRequest = defineTranslator({
  type: 'n8n-nodes-base.httpRequest',
  versions: (version) => version >= 3,
  translate({ parameters: p = {} }, version) {
    const options = objectAt(p.options);
    return {
      type: 'httpRequest',
      version: 1,
      parameters: {
        method: p.method ?? 'GET',
        url: p.url ?? '',
        credentialType: credentialTypeOf(p),
        sslCertificates: p.provideSslCertificates === true,
        ...pairsOrJson('query', p.sendQuery, p.specifyQuery, p.queryParameters, p.jsonQuery),
        ...pairsOrJson('headers', p.sendHeaders, p.specifyHeaders, p.headerParameters, p.jsonHeaders),
        ...bodyOf(p),
        pagination: paginationOf(inner(options.pagination, 'pagination')),
        options: optionsOf(options, version),
      },
    };
  },
});

/** The type of the credential that signs the request; empty when none does. */
export function credentialTypeOf(p: JsonObject): JsonValue {
  if (p.authentication === 'predefinedCredentialType') return p.nodeCredentialType ?? '';
  if (p.authentication === 'genericCredentialType') return p.genericAuthType ?? '';
  return '';
}

/** Query and headers have the same shape: fields, or JSON. */
function pairsOrJson(
  name: 'query' | 'headers',
  send: JsonValue | undefined,
  specify: JsonValue | undefined,
  fields: JsonValue | undefined,
  json: JsonValue | undefined,
): JsonObject {
  if (send !== true) return { [`${name}Mode`]: 'none' };
  if (specify === 'json') return { [`${name}Mode`]: 'json', [`${name}Json`]: json ?? '' };
  return { [`${name}Mode`]: 'fields', [name]: fieldList(fields, 'parameters') };
}

function optionsOf(options: JsonObject, version: number): JsonObject {
  const response = inner(options.response, 'response');
  const batch = inner(options.batching, 'batch');
  return present({
    ...(options.batching === undefined
      ? {}
      : { batchSize: batch.batchSize ?? 50, batchInterval: batch.batchInterval ?? 1_000 }),
    insecure: options.allowUnauthorizedCerts,
    arrayFormat: chosen(
      options.queryParameterArrays,
      { brackets: 'brackets', indices: 'indices', repeat: 'repeat' },
      'indices',
    ),
    lowercaseHeaders: options.lowercaseHeaders,
    ...redirectsOf(options, version),
    responseFormat: chosen(
      response.responseFormat,
      { autodetect: 'auto', json: 'json', text: 'text', file: 'file' },
      'auto',
    ),
    outputField: response.outputPropertyName,
    fullResponse: response.fullResponse,
    neverError: response.neverError,
    proxy: options.proxy,
    timeout: options.timeout,
  });
}

/** Version 3 follows redirects when it is asked to, later ones unless they are asked not to. */
function redirectsOf(options: JsonObject, version: number): JsonObject {
  const redirect = inner(options.redirect, 'redirect');
  const follow = redirect.followRedirects ?? version >= 4;
  return present({
    redirects: follow === false ? 'none' : 'all',
    maxRedirects: options.redirect === undefined ? undefined : redirect.maxRedirects,
  });
}
