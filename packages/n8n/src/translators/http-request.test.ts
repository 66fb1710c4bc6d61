import type { JsonObject } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { httpRequest } from './http-request.js';
import { httpRequestLegacy } from './http-request-legacy.js';

const type = 'n8n-nodes-base.httpRequest';
const translated = (version: number, parameters: JsonObject) =>
  (version < 3 ? httpRequestLegacy : httpRequest).translate({ name: 'n', type, parameters }, version).parameters;

it('carries bodies, queries and headers over', () => {
  expect(
    translated(4.2, {
      method: 'POST',
      sendQuery: true,
      specifyQuery: 'json',
      jsonQuery: '={{ $json.q }}',
      sendHeaders: true,
      headerParameters: { parameters: [{ name: 'X', value: '={{ 1 }}' }] },
      sendBody: true,
      contentType: 'multipart-form-data',
      bodyParameters: { parameters: [{ parameterType: 'formBinaryData', name: 'f', inputDataFieldName: 'data' }] },
    }),
  ).toMatchObject({
    queryMode: 'json',
    queryJson: '={{ $json.q }}',
    headers: [{ name: 'X', value: '={{ 1 }}' }],
    bodyKind: 'multipart',
    bodyFields: [{ name: 'f', file: 'data' }],
  });
});

it('knows when each version follows redirects', () => {
  expect(translated(4, {}).options).toMatchObject({ redirects: 'all' });
  expect(translated(4.2, { options: { redirect: { redirect: { maxRedirects: 2 } } } }).options).toMatchObject({
    redirects: 'all',
    maxRedirects: 2,
  });
  expect(translated(3, {}).options).toMatchObject({ redirects: 'none' });
  expect(translated(1, {}).options).toMatchObject({ redirects: 'safe' });
  expect(translated(2, { options: { followAllRedirects: true } }).options).toMatchObject({ redirects: 'all' });
});

it('reads the parameters of the first versions', () => {
  const json = { requestMethod: 'POST', jsonParameters: true, bodyParametersJson: '{}', queryParametersJson: ' ' };
  expect(translated(1, json)).toMatchObject({ queryMode: 'none', bodyKind: 'json', bodyMode: 'text', bodyText: '{}' });
  expect(translated(1, { authentication: 'headerAuth' }).credentialType).toBe('httpHeaderAuth');
  expect(translated(2, { authentication: 'predefinedCredentialType', nodeCredentialType: 'a' }).credentialType).toBe(
    'a',
  );
  const files = {
    requestMethod: 'PUT',
    sendBinaryData: true,
    binaryPropertyName: 'file:data, image',
    options: { bodyContentType: 'multipart-form-data' },
  };
  expect(translated(2, files).bodyFields).toEqual([
    { name: 'file', file: 'data' },
    { name: 'image', file: 'image' },
  ]);
});

it('leaves the expressions of paging for later', () => {
  const pagination = {
    paginationMode: 'responseContainsNextURL',
    nextURL: '={{ $response.body.next }}',
    paginationCompleteWhen: 'other',
    completeExpression: '={{ !$response.body.next }}',
    limitPagesFetched: true,
  };
  expect(translated(4.2, { options: { pagination: { pagination } } }).pagination).toMatchObject({
    mode: 'nextUrl',
    nextUrl: '={{ $response.body.next }}',
    completeWhen: 'expression',
    maxRequests: 100,
  });
  expect(translated(4.2, {}).pagination).toEqual({ mode: 'off' });
});
