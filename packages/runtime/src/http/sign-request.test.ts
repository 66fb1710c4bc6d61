import { type CredentialDefinition, defineCredential, type HttpRequest, param } from '@orchestrator/node-sdk';
import { describe, expect, it } from 'vitest';
import { createRequestSigner, type UsedCredential } from './sign-request.js';

const tokenType = (fetched: { count: number }, expiresAt?: number) =>
  defineCredential({
    type: 'token',
    label: 'Token',
    summary: '',
    icon: '',
    parameters: { id: param.string({ label: 'Id' }) },
    exchange: async () => ({ data: { token: `T${++fetched.count}` }, expiresAt }),
    sign: (data, request) => ({ ...request, headers: { token: (data as unknown as { token: string }).token } }),
  });
const HOST = 'x.test';
const used = (more: Partial<UsedCredential> = {}): UsedCredential => {
  const { data = { id: 'a' } } = more;
  const claimHost = async (host: string) => [host];
  return {
    tenantId: 't',
    type: 'token',
    id: '1',
    name: 'Mine',
    data,
    stored: data,
    allowedHosts: [HOST],
    claimHost,
    ...more,
  };
};
const request: HttpRequest = { method: 'GET', url: 'https://x.test/' };
const answering = (status: (request: HttpRequest) => number, text?: string) => {
  const sent: HttpRequest[] = [];
  const send = async (one: HttpRequest) => {
    sent.push(one);
    return { status: status(one), statusText: '', headers: {}, url: one.url, text };
  };
  return { sent, send };
};
const unwanted = () => Promise.reject(new Error('not wanted here'));
const signing = (definition: CredentialDefinition<any>, more: Partial<UsedCredential> = {}, now = Date.now) => {
  const sign = createRequestSigner((type) => (type === definition.type ? definition : undefined), now);
  return (changed: Partial<UsedCredential> = {}) =>
    sign(used({ type: definition.type, ...more, ...changed }), unwanted);
};

describe('tokens', () => {
  it('are kept until they expire, and shared among calls at the same time', async () => {
    const fetched = { count: 0 };
    let now = 0;
    const signer = signing(tokenType(fetched, 100), {}, () => now);
    const { sent, send } = answering(() => 200);
    await Promise.all([signer().send(request, send), signer().send(request, send)]);
    expect(sent.map(({ headers }) => headers?.token)).toEqual(['T1', 'T1']);
    now = 200;
    await signer().send(request, send);
    expect(sent.at(-1)?.headers?.token).toBe('T2');
  });

  it('belong to one tenant, one credential, and what it says', async () => {
    const fetched = { count: 0 };
    const signer = signing(tokenType(fetched));
    const { sent, send } = answering(() => 200);
    for (const each of [{}, { data: { id: 'changed' } }, { id: '2' }, { tenantId: 'other' }, {}]) {
      await signer(each).send(request, send);
    }
    expect(sent.map(({ headers }) => headers?.token)).toEqual(['T1', 'T2', 'T3', 'T4', 'T1']);
  });

  it('are fetched anew when the service refuses one, once', async () => {
    const fetched = { count: 0 };
    const signer = signing(tokenType(fetched));
    const { sent, send } = answering(({ headers }) => (headers?.token === 'T1' ? 401 : 200));
    expect((await signer().send(request, send)).status).toBe(200);
    expect(sent).toHaveLength(2);
    const never = answering(() => 401);
    expect((await signer().send(request, never.send)).status).toBe(401);
    expect(never.sent).toHaveLength(2);
  });

  it('are asked for at the address that is stored, or an allowed host, and nowhere else', async () => {
    const type = defineCredential({
      type: 'grant',
      label: '',
      summary: '',
      icon: '',
      addresses: ['url'],
      parameters: { url: param.string({ label: 'URL' }) },
      exchange: async ({ url }, http) => {
        const { text } = await http({ method: 'POST', url, maxRedirects: 5 });
        return { data: { token: text } };
      },
    });
    const asked: HttpRequest[] = [];
    const bare = async (one: HttpRequest) => {
      asked.push(one);
      return { status: 200, statusText: '', headers: {}, url: one.url, text: 'T' };
    };
    const sign = createRequestSigner(() => type);
    const renew = (now: string, stored: string, allowedHosts = [HOST]) =>
      sign(used({ type: 'grant', data: { url: now }, stored: { url: stored }, allowedHosts }), bare).renewToken();
    await renew('https://login.test/token', 'https://login.test/token');
    expect(asked).toMatchObject([{ url: 'https://login.test/token', maxRedirects: 0 }]);
    const fromItem = '={{ $json.url }}';
    await expect(renew('https://evil.test/token', fromItem)).rejects.toMatchObject({ code: 'credential.host_refused' });
    await expect(renew('https://evil.test/token', 'https://login.test/')).rejects.toThrow('evil.test');
    await renew('https://eu.login.test/token', fromItem, ['*.login.test']);
    expect(asked).toHaveLength(2);
  });
});

describe('a credential', () => {
  const key = defineCredential({
    type: 'key',
    label: '',
    summary: '',
    icon: '',
    parameters: { key: param.string({ label: 'Key', password: true }) },
    sign: ({ key: value }, one) => ({ ...one, headers: { ...one.headers, 'x-key': `Key ${value}` } }),
  });
  const data = { key: 'very secret' };
  const signer = signing(key, { data });

  it('goes to its hosts alone: elsewhere nothing is sent at all', async () => {
    const { sent, send } = answering(() => 200);
    await signer().send(request, send);
    expect(sent[0]?.headers?.['x-key']).toBe('Key very secret');
    for (const url of ['https://evil.test/', 'http://x.test/', 'https://x.test:444/', 'https://x.test@evil.test/']) {
      const fault = { code: 'credential.host_refused', message: expect.stringMatching(/'Mine' .*x\.test/) };
      await expect(signer().send({ ...request, url }, send)).rejects.toMatchObject(fault);
    }
    const other = { ...request, headers: { Host: 'evil.test' } };
    await expect(signer().send(other, send)).rejects.toMatchObject({ code: 'credential.host_refused' });
    await signer().send({ ...request, headers: { Host: 'x.test' } }, send);
    expect(sent).toHaveLength(2);
  });

  it('without hosts belongs to the first that claims it', async () => {
    const { sent, send } = answering(() => 200);
    const claimed: string[] = [];
    const claimHost = async (host: string) => {
      claimed.push(host);
      return claimed.slice(0, 1);
    };
    await signer({ allowedHosts: [], claimHost }).send(request, send);
    const late = signer({ allowedHosts: [], claimHost }).send({ ...request, url: 'https://late.test/' }, send);
    await expect(late).rejects.toMatchObject({ code: 'credential.host_refused' });
    expect([sent.length, claimed]).toEqual([1, [HOST, 'late.test']]);
  });

  it('of a type with hosts of its own needs none', async () => {
    const { send } = answering(() => 200);
    const own = signing({ ...key, hosts: ['api.test'] }, { data, allowedHosts: [], claimHost: unwanted });
    await own().send({ ...request, url: 'https://api.test/' }, send);
    await expect(own().send(request, send)).rejects.toMatchObject({ code: 'credential.host_refused' });
  });

  it('does not come back to a call that a redirect led away from its hosts', async () => {
    const { sent, send } = answering(() => 200);
    const one = signer();
    for (const url of [request.url, 'https://x.test/2', 'https://evil.test/', 'https://x.test/3']) {
      await one.send({ ...request, url }, send);
    }
    expect(sent.map(({ headers }) => headers?.['x-key'] !== undefined)).toEqual([true, true, false, false]);
    const down = signer({ allowedHosts: [HOST, 'http://x.test'] });
    await down.send(request, send);
    await down.send({ ...request, url: 'http://x.test/' }, send);
    expect(sent.at(-1)?.headers).toBeUndefined();
  });

  it('is taken out of the address of a redirect to another host, or the redirect is refused', async () => {
    const one = signer();
    await one.send(request, answering(() => 302).send);
    const onward = (url: string) => one.onward(new URL(url)).href;
    expect(onward('https://evil.test/?a=1&k=very+secret&b=Key%20very%20secret')).toBe('https://evil.test/?a=1');
    expect(onward('https://x.test/?k=very%20secret')).toBe('https://x.test/?k=very%20secret');
    expect(() => onward('https://evil.test/very%20secret')).toThrow('evil.test');
    expect(() => onward('https://very%20secret@evil.test/')).toThrow('evil.test');
  });

  it.each([
    'x.test/.evil.test',
    'x.test?.evil.test',
    'x.test#,evil.test',
    'x.test\\.evil.test',
    'evil.test@x.test',
    'x.test,evil.test',
    'x.test%2eevil.test',
    'ｘ.test',
    '',
  ])('goes nowhere with a Host header that is more than a host: %s', async (host) => {
    const { sent, send } = answering(() => 200);
    const of = (named: string) => signer().send({ ...request, headers: { HOST: named } }, send);
    await expect(of(host)).rejects.toMatchObject({ code: 'credential.host_refused' });
    expect(sent).toEqual([]);
    await of('X.test:443');
    expect(sent).toHaveLength(1);
  });

  it('passes no proxy of the workflow that could read it', async () => {
    const { sent, send } = answering(() => 200);
    const by = (more: Partial<HttpRequest>, allowedHosts = [HOST]) =>
      signer({ allowedHosts }).send({ ...request, proxy: 'proxy.test:3128', ...more }, send);
    await by({});
    for (const more of [{ insecure: true }, { clientCertificate: { ca: 'mine' } }]) {
      await expect(by(more)).rejects.toMatchObject({ code: 'credential.proxy_refused' });
    }
    await expect(by({ url: 'http://x.test/' }, ['http://x.test'])).rejects.toMatchObject({
      code: 'credential.proxy_refused',
    });
    await by({ insecure: true }, [HOST, 'http://proxy.test:3128']);
    expect(sent).toHaveLength(2);
  });

  it('is struck out of what a service says when it refuses', async () => {
    const refused = answering(() => 403, 'wrong key: very secret, "very%20secret"');
    expect((await signer().send(request, refused.send)).text).toBe('wrong key: ***, "***"');
  });

  it('is struck out of all that a service says', async () => {
    const said = 'wrong key: very secret';
    const refusing = (more: object) => async (one: HttpRequest) => ({
      status: 403,
      statusText: said,
      headers: { said },
      url: `${one.url}?b=very%20secret`,
      ...more,
    });
    const whole = JSON.stringify(
      await signer().send(request, refusing({ text: `{"a":"${said}"}`, json: { a: said } })),
    );
    expect(whole).toContain('***');
    expect(whole).not.toContain('very secret');
    const other = await signer().send(request, refusing({ text: '{"a":1}', json: { a: 1 } }));
    expect(other).toMatchObject({ statusText: 'wrong key: ***', text: '{"a":1}', json: { a: 1 } });
  });

  it('answers a challenge once', async () => {
    const digest = defineCredential({
      type: 'digest',
      label: '',
      summary: '',
      icon: '',
      parameters: {},
      challenge: (_data, one) => ({ ...one, headers: { proof: 'yes' } }),
    });
    const { sent, send } = answering(({ headers }) => (headers?.proof ? 200 : 401));
    expect((await signing(digest)().send(request, send)).status).toBe(200);
    expect(sent).toHaveLength(2);
  });

  it('of a type that is not known is named', () => {
    expect(() => signing(key)({ type: 'acmeApi' })).toThrow('acmeApi');
  });
});
