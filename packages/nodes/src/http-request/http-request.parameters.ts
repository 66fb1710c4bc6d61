import { param } from '@orchestrator/node-sdk';
import { pagination } from './pagination.parameters.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

const nameAndValue = (label: string) => ({
  name: param.string({ label: `${label} name` }),
  value: param.any<unknown>({ label: 'Value', control: 'text', default: '' }),
});
const howGiven = [
  { value: 'none', label: 'None' },
  { value: 'fields', label: 'Fields' },
  { value: 'json', label: 'JSON' },
] as const;

/** What a person sets on the HTTP Request node. */
export const parameters = {
  method: param.options({ label: 'Method', choices: METHODS.map((value) => ({ value, label: value })) }),
  url: param.string({ label: 'URL', placeholder: 'https://example.com/orders', required: true }),
  credentialType: param.string({
    label: 'Credential',
    description: 'The type of the credential that signs the request; empty for none.',
    literal: true,
  }),
  sslCertificates: param.boolean({ label: 'Show a client certificate', literal: true }),
  queryMode: param.options({ label: 'Query parameters', choices: howGiven }),
  query: param.list({
    label: 'Query',
    itemLabel: 'parameter',
    opened: true,
    unique: 'name',
    show: { queryMode: ['fields'] },
    fields: nameAndValue('Parameter'),
  }),
  queryJson: param.json({ label: 'Query as JSON', show: { queryMode: ['json'] } }),
  headersMode: param.options({ label: 'Headers', choices: howGiven }),
  headers: param.list({
    label: 'Headers',
    itemLabel: 'header',
    opened: true,
    unique: 'name',
    show: { headersMode: ['fields'] },
    fields: nameAndValue('Header'),
  }),
  headersJson: param.json({ label: 'Headers as JSON', show: { headersMode: ['json'] } }),
  bodyKind: param.options({
    label: 'Body',
    choices: [
      { value: 'none', label: 'None' },
      { value: 'json', label: 'JSON' },
      { value: 'form', label: 'Form (URL-encoded)' },
      { value: 'multipart', label: 'Form with files (multipart)' },
      { value: 'file', label: 'File' },
      { value: 'raw', label: 'Raw' },
    ],
  }),
  bodyMode: param.options({
    label: 'Body given as',
    choices: [
      { value: 'fields', label: 'Fields' },
      { value: 'text', label: 'Text' },
    ],
    show: { bodyKind: ['json', 'form'] },
  }),
  bodyFields: param.list({
    label: 'Body fields',
    itemLabel: 'field',
    opened: true,
    unique: 'name',
    show: { bodyKind: ['json', 'form', 'multipart'], bodyMode: ['fields'] },
    fields: {
      ...nameAndValue('Field'),
      file: param.string({
        label: 'File field',
        description: "Sends this file of the item in the value's place.",
        show: { '/bodyKind': ['multipart'] },
      }),
    },
  }),
  bodyText: param.json({
    label: 'Body',
    default: '',
    show: { bodyKind: ['json', 'form'], bodyMode: ['text'] },
  }),
  rawBody: param.any({ label: 'Body', control: 'lines', default: '', show: { bodyKind: ['raw'] } }),
  rawContentType: param.string({ label: 'Content type', placeholder: 'text/xml', show: { bodyKind: ['raw'] } }),
  fileField: param.string({ label: 'File field', default: 'data', show: { bodyKind: ['file'] } }),
  pagination,
  options: param.collection({
    label: 'Options',
    fields: {
      batchSize: param.number({ label: 'Items per batch', default: 50 }),
      batchInterval: param.number({ label: 'Milliseconds between batches', default: 0 }),
      insecure: param.boolean({ label: 'Ignore SSL issues' }),
      arrayFormat: param.options({
        label: 'Arrays in the query',
        default: 'indices',
        choices: [
          { value: 'indices', label: 'a[0]=1&a[1]=2' },
          { value: 'brackets', label: 'a[]=1&a[]=2' },
          { value: 'repeat', label: 'a=1&a=2' },
        ],
      }),
      lowercaseHeaders: param.boolean({ label: 'Lower-case header names', default: true }),
      redirects: param.options({
        label: 'Follow redirects',
        choices: [
          { value: 'all', label: 'Always' },
          { value: 'safe', label: 'Of GET and HEAD requests' },
          { value: 'none', label: 'Never' },
        ],
      }),
      maxRedirects: param.number({ label: 'Redirects at most', default: 21, min: 0 }),
      responseFormat: param.options({
        label: 'Response format',
        choices: [
          { value: 'auto', label: 'By its content type' },
          { value: 'json', label: 'JSON' },
          { value: 'text', label: 'Text' },
          { value: 'file', label: 'File' },
        ],
      }),
      outputField: param.string({ label: 'Put output in field', default: 'data' }),
      fullResponse: param.boolean({ label: 'Include headers and status' }),
      neverError: param.boolean({
        label: 'Never fail on a status',
        description: 'A status such as 404 is output too.',
      }),
      splitArrays: param.boolean({ label: 'One item for each element of an array', default: true }),
      proxy: param.string({ label: 'Proxy', placeholder: 'http://proxy.example.com:3128' }),
      timeout: param.number({ label: 'Timeout in milliseconds', default: 300_000 }),
    },
  }),
};
