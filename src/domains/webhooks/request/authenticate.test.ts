import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { authenticate } from './authenticate.js';

const login = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const secret = 'a secret of tests, long enough for HS256';

describe('the credential of a call', () => {
  it('a name and a password', async () => {
    const data = { user: 'ada', password: 'a:b' };
    expect(await authenticate('basicAuth', data, login('ada:a:b'))).toEqual({ header: 'authorization' });
    await expect(authenticate('basicAuth', data, login('ada:a'))).rejects.toMatchObject({ status: 403 });
    await expect(authenticate('basicAuth', data, {})).rejects.toMatchObject({ status: 401 });
  });

  it('a header', async () => {
    const data = { name: 'X-Key', value: 'v' };
    expect(await authenticate('headerAuth', data, { 'x-key': 'v' })).toEqual({ header: 'x-key' });
    await expect(authenticate('headerAuth', data, { 'x-key': 'w' })).rejects.toMatchObject({ status: 403 });
    await expect(authenticate('headerAuth', {}, {})).rejects.toMatchObject({ status: 403 });
  });

  it('a token signed with a passphrase', async () => {
    const data = { keyType: 'passphrase', secret, algorithm: 'HS256' };
    const sign = (key: string) =>
      new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(key));
    expect(await authenticate('jwtAuth', data, bearer(await sign(secret)))).toMatchObject({
      header: 'authorization',
      token: { sub: 'ada' },
    });
    const other = bearer(await sign(`${secret}!`));
    await expect(authenticate('jwtAuth', data, other)).rejects.toMatchObject({ status: 403 });
    await expect(authenticate('jwtAuth', data, {})).rejects.toMatchObject({ status: 401 });
  });

  it('a token signed with a private key, but never one signed with the public key as if it were a secret', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const pem = await exportSPKI(publicKey);
    const data = { keyType: 'pemKey', publicKey: pem, algorithm: 'RS256' };
    const good = await new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect(await authenticate('jwtAuth', data, bearer(good))).toMatchObject({
      header: 'authorization',
      token: { sub: 'ada' },
    });
    const forged = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(pem));
    for (const each of [data, { ...data, algorithm: 'HS256' }]) {
      await expect(authenticate('jwtAuth', each, bearer(forged))).rejects.toMatchObject({ status: 403 });
    }
  });
});
