import { createVerify, generateKeyPairSync } from 'node:crypto';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { crypto } from './crypto.node.js';

const run = async (parameters: JsonObject) => jsonOf(await runNode(crypto, { parameters, items: [{ a: 1 }] }))[0]?.data;

describe('hash', () => {
  test.each([
    [{ hash: 'MD5', value: 'test' }, '098f6bcd4621d373cade4e832627b4f6'],
    [{ value: 'ü€' }, 'efb65b779538006d489299318d8a96a512e6b42d1127d64a0afa38169c30c33a'],
    [{ hash: 'SHA3-256', value: 'hello' }, '3338be694f50c5f338814986cdf0686453a888b84f424d792af4b9202398f392'],
    [{ hash: 'MD5', value: 'hello', encoding: 'base64', action: 'hmac', secret: 'key' }, 'BBMHR6/KTXnjLofPIQTwhw=='],
  ])('%j is %s', async (parameters, data) => expect(await run(parameters)).toBe(data));

  test('of a file', async () => {
    const items = [
      { json: {}, binary: { doc: { mimeType: 'text/plain', data: Buffer.from('test').toString('base64') } } },
    ];
    const parameters = { hash: 'MD5', binary: true, binaryField: 'doc' };
    expect(jsonOf(await runNode(crypto, { parameters, items }))).toEqual([
      { data: '098f6bcd4621d373cade4e832627b4f6' },
    ]);
  });
  test('of a file that is not there', async () => {
    await expect(run({ binary: true })).rejects.toThrow('no file "data"');
  });
  test('with the secret of a credential', async () => {
    const parameters = { action: 'hmac', hash: 'MD5', value: 'hello', source: 'credential', encoding: 'base64' };
    const credentials = { crypto: { hmacSecret: 'key' } };
    expect(jsonOf(await runNode(crypto, { parameters, credentials }))).toEqual([{ data: 'BBMHR6/KTXnjLofPIQTwhw==' }]);
  });
});

test('the value stands beside the fields of the item', async () => {
  const parameters = { hash: 'MD5', value: 'test', outputField: 'sums.md5' };
  expect(jsonOf(await runNode(crypto, { parameters, items: [{ a: 1 }] }))).toEqual([
    { a: 1, sums: { md5: '098f6bcd4621d373cade4e832627b4f6' } },
  ]);
});

describe('sign', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const sign = (key: string, algorithm = 'sha256') =>
    run({ action: 'sign', value: 'test', algorithm, privateKey: key, encoding: 'base64' });
  test.each([
    ['as it is', privateKey],
    ['pasted into one line', privateKey.replaceAll('\n', ' ')],
  ])('a key %s gives a signature that holds', async (_, key) => {
    const signature = String(await sign(key));
    expect(createVerify('sha256').update('test').verify(publicKey, signature, 'base64')).toBe(true);
  });
  test('a broken key is a fault that does not tell it', async () => {
    await expect(sign('SECRET')).rejects.toThrow(/^(?!.*SECRET).*could not be signed/);
  });
  test('an unknown algorithm is a fault, and found before', async () => {
    await expect(sign(privateKey, 'RSA-NONE')).rejects.toThrow('RSA-NONE');
    expect(crypto.validate?.({ action: 'sign', algorithm: 'RSA-NONE' })).toHaveLength(1);
    expect(crypto.validate?.({ action: 'sign', algorithm: 'RSA-SHA256' })).toEqual([]);
  });
});

describe('random values', () => {
  test.each([
    [{ kind: 'uuid' }, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/],
    [{ kind: 'hex', length: 7 }, /^[\da-f]{7}$/],
    [{ kind: 'base64', length: 90 }, /^[\w]{90}$/],
    [{ kind: 'ascii', length: 40 }, /^[!-~]{40}$/],
  ])('%j', async (parameters, form) => {
    const value = await run({ action: 'generate', ...parameters });
    expect(value).toMatch(form);
    expect(await run({ action: 'generate', ...parameters })).not.toBe(value);
  });
  test.each([0, 1.5, 1e9])('%d characters are a fault', async (length) => {
    await expect(run({ action: 'generate', kind: 'hex', length })).rejects.toThrow('characters');
  });
});
