import { defineNode, eachItem, NodeFault, param, type Say } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { setField } from '../field-path/field-path.js';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './crypto.de.js';
import { docs } from './crypto.docs.js';
import { digest, HASHES, sign, signatureAlgorithms } from './digest.js';
import { randomText } from './random-text.js';

const on = (...actions: string[]) => ({ action: actions });
const inField = { source: ['parameter'] };

export const crypto = defineNode({
  type: 'crypto',
  version: 1,
  label: 'Crypto',
  summary: 'Hashes or signs text and files, and makes random values.',
  keywords: ['hash', 'hmac', 'sign', 'uuid', 'random', 'sha256', 'md5', 'password', 'token', 'encrypt'],
  actions: [
    { label: 'Hash a text or a file', parameters: { action: 'hash' } },
    { label: 'Hash with a secret (HMAC)', parameters: { action: 'hmac' } },
    { label: 'Sign with a private key', parameters: { action: 'sign' } },
    { label: 'Generate a random value or UUID', parameters: { action: 'generate' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'lock',
  effect: 'pure',
  subtitle: actionLine,
  credentials: [{ type: 'crypto', required: true, show: { source: ['credential'] } }],
  parameters: {
    action: param.options({
      label: 'Action',
      choices: [
        { value: 'hash', label: 'Hash' },
        { value: 'hmac', label: 'Hash with a secret (HMAC)' },
        { value: 'sign', label: 'Sign with a private key' },
        { value: 'generate', label: 'Generate a random value' },
      ],
    }),
    hash: param.options({ label: 'Kind of hash', default: 'SHA256', choices: HASHES, show: on('hash', 'hmac') }),
    binary: param.boolean({ label: 'Of a file', show: on('hash', 'hmac') }),
    binaryField: param.string({
      label: 'Name of the file',
      default: 'data',
      show: { ...on('hash', 'hmac'), binary: [true] },
    }),
    value: param.string({ label: 'Value', required: true, show: on('hash', 'hmac', 'sign'), hide: { binary: [true] } }),
    source: param.options({
      label: 'Secret or key',
      literal: true,
      choices: [
        { value: 'parameter', label: 'Here' },
        { value: 'credential', label: 'In a credential' },
      ],
      show: on('hmac', 'sign'),
    }),
    secret: param.string({ label: 'Secret', password: true, show: { ...on('hmac'), ...inField } }),
    algorithm: param.string({
      label: 'Signature',
      default: 'RSA-SHA256',
      description: 'Such as RSA-SHA256 or RSA-SHA512.',
      show: on('sign'),
    }),
    privateKey: param.string({
      label: 'Private key',
      multiline: true,
      password: true,
      description: 'In PEM form.',
      show: { ...on('sign'), ...inField },
    }),
    encoding: param.options({
      label: 'Encoding',
      default: 'hex',
      choices: [
        { value: 'hex', label: 'Hex' },
        { value: 'base64', label: 'Base64' },
      ],
      show: on('hash', 'hmac', 'sign'),
    }),
    kind: param.options({
      label: 'Kind',
      choices: [
        { value: 'uuid', label: 'UUID' },
        { value: 'ascii', label: 'ASCII text' },
        { value: 'base64', label: 'Base64 text' },
        { value: 'hex', label: 'Hex text' },
      ],
      show: on('generate'),
    }),
    length: param.number({
      label: 'Characters',
      default: 32,
      min: 1,
      integer: true,
      show: { ...on('generate'), kind: ['ascii', 'base64', 'hex'] },
    }),
    outputField: param.string({ label: 'Output field', default: 'data' }),
  },
  validate(raw) {
    const { action, algorithm } = raw;
    if (action !== 'sign' || typeof algorithm !== 'string' || algorithm === '' || algorithm.startsWith('=')) return [];
    return signatureAlgorithms().has(algorithm)
      ? []
      : [{ path: 'algorithm', message: `"${algorithm}" is not a signature that this server knows` }];
  },
  async run(ctx) {
    return eachItem(ctx, async (item, index) => {
      const p = await ctx.parameters(index);
      const fromCredential = p.source === 'credential' ? await ctx.credential('crypto', index) : undefined;
      let value: string;
      if (p.action === 'generate') value = randomText(p.kind, p.length);
      else {
        const input = p.binary && p.action !== 'sign' ? await fileOf(item, p.binaryField, index) : p.value;
        if (p.action === 'sign') {
          const key = fromCredential ? textField(fromCredential, 'signPrivateKey') : p.privateKey;
          value = sign(p.value, p.algorithm, key, p.encoding);
        } else {
          const secret = fromCredential ? textField(fromCredential, 'hmacSecret') : p.secret;
          value = digest(input, p.hash, p.action === 'hmac' ? secret : undefined, p.encoding);
        }
      }
      const json: JsonObject = structuredClone(item.json);
      setField(json, p.outputField, value);
      return { ...item, json, pairedItem: { item: index } };
    });

    async function fileOf(item: Item, name: string, itemIndex: number): Promise<Uint8Array> {
      const file = item.binary && Object.hasOwn(item.binary, name) ? item.binary[name] : undefined;
      if (file) return ctx.blobs.read(file);
      throw new NodeFault(`The item has no file "${name}"`, { itemIndex });
    }
  },
});

function textField(data: JsonObject, name: string): string {
  const value = data[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new NodeFault(`The credential has no "${name}"`, { description: 'Fill it in.', retryable: false });
}

function actionLine(raw: JsonObject, say: Say): string {
  const kind = shownValue(raw.action === 'sign' ? raw.algorithm : raw.hash);
  if (raw.action === 'generate') return say('random {kind}', { kind: shownValue(raw.kind) }).trim();
  return `${raw.action === 'hmac' ? 'HMAC' : raw.action === 'sign' ? say('sign') : say('hash')} ${kind}`.trim();
}
