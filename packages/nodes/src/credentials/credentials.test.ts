import { describe, expect, it } from 'vitest';
import { answerDigest } from './digest.js';
import { httpBasicAuth } from './http-basic-auth.js';
import { httpCustomAuth } from './http-custom-auth.js';
import { httpHeaderAuth } from './http-header-auth.js';
import { httpQueryAuth } from './http-query-auth.js';
import { oAuth2Api } from './oauth2-api.js';
import { builtinCredentials } from './registry.js';

const request = { method: 'GET', url: 'http://x.test/a?b=1', headers: { 'X-KEY': 'old', keep: '1' } };

describe('credentials', () => {
  it('sign requests, and name the query parameters that are secret', () => {
    expect(httpBasicAuth.sign?.({ user: 'a', password: 'b:c' }, request)).toMatchObject({
      headers: { authorization: `Basic ${btoa('a:b:c')}` },
    });
    expect(httpHeaderAuth.sign?.({ name: 'x-key', value: 'new' }, request)).toMatchObject({
      headers: { 'x-key': 'new', keep: '1' },
    });
    expect(httpQueryAuth.sign?.({ name: 'k', value: 'a b&' }, request)).toMatchObject({
      url: 'http://x.test/a?b=1&k=a+b%26',
      secretQuery: ['k'],
    });
    const json = '{"headers": {"x-a": "1"}, "qs": {"q": 2}, "body": {"token": "t"}}';
    expect(httpCustomAuth.sign?.({ json }, { ...request, body: '{"n":1}' })).toMatchObject({
      url: 'http://x.test/a?b=1&q=2',
      headers: { 'x-a': '1' },
      body: '{"n":1,"token":"t"}',
    });
    expect(() => httpCustomAuth.sign?.({ json: 'secret{' }, request)).toThrow(/^(?!.*secret\{)/);
  });

  it('have a type each', () => {
    const types = builtinCredentials.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('digest', () => {
  // The examples of RFC 7616 §3.9.1.
  const call = {
    user: 'Mufasa',
    password: 'Circle of Life',
    method: 'GET',
    uri: '/dir/index.html',
    clientNonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
  };
  const challenge = (algorithm: string) =>
    `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ])('answers a challenge by %s', (algorithm, response) => {
    const answer = answerDigest(challenge(algorithm), call);
    expect(answer).toContain(`response="${response}"`);
    expect(answer).toContain('qop=auth, nc=00000001');
  });
  it('leaves other challenges alone', () => {
    expect(answerDigest('Basic realm="x"', call)).toBeUndefined();
    expect(answerDigest('Digest realm="x", nonce="n", algorithm=other', call)).toBeUndefined();
  });
});

describe('OAuth2', () => {
  const data = {
    grantType: 'clientCredentials' as const,
    accessTokenUrl: 'https://auth.test/token',
    clientId: 'me',
    clientSecret: 's&s',
    scope: 'a b',
    authentication: 'body' as 'body' | 'header',
  };
  const ok = { status: 200, headers: {}, text: '{"access_token":"T","expires_in":3600}' };
  it('fetches a token by client credentials', async () => {
    const sent: { body?: unknown; headers?: Record<string, string> }[] = [];
    const http = async (one: (typeof sent)[number]) => {
      sent.push(one);
      return ok;
    };
    const got = await oAuth2Api.exchange?.(data, http);
    expect(got?.data).toEqual({ accessToken: 'T' });
    expect(sent[0]?.body).toBe('grant_type=client_credentials&scope=a+b&client_id=me&client_secret=s%26s');
    await oAuth2Api.exchange?.({ ...data, authentication: 'header' }, http);
    expect(sent[1]?.headers?.authorization).toBe(`Basic ${btoa('me:s%26s')}`);
  });
  it('says what the server said when there is no token, and which grants are not there', async () => {
    const refused = { ...ok, status: 400, text: '{"error":"invalid_client"}' };
    await expect(oAuth2Api.exchange?.(data, async () => refused)).rejects.toThrow('invalid_client');
    await expect(oAuth2Api.exchange?.({ ...data, grantType: 'pkce' }, async () => ok)).rejects.toMatchObject({
      code: 'credential.grant',
    });
  });
});
