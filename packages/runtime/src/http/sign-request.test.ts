import { defineCredential, type HttpRequest, param } from '@orchestrator/node-sdk';
import { expect, it } from 'vitest';
import { createRequestSigner } from './sign-request.js';

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
const used = { type: 'token', id: '1', data: { id: 'a' } };
const request: HttpRequest = { method: 'GET', url: 'http://x.test/' };
const answering = (status: (request: HttpRequest) => number) => {
  const sent: HttpRequest[] = [];
  const send = async (one: HttpRequest) => {
    sent.push(one);
    return { status: status(one), statusText: '', headers: {}, url: one.url };
  };
  return { sent, send };
};

it('keeps a token until it expires, and shares one among calls at the same time', async () => {
  const fetched = { count: 0 };
  let now = 0;
  const sign = createRequestSigner(
    () => tokenType(fetched, 100),
    () => now,
  );
  const { sent, send } = answering(() => 200);
  await Promise.all([sign(request, used, send), sign(request, used, send)]);
  expect(sent.map(({ headers }) => headers?.token)).toEqual(['T1', 'T1']);
  now = 200;
  await sign(request, used, send);
  expect(sent.at(-1)?.headers?.token).toBe('T2');
  await sign(request, { ...used, data: { id: 'changed' } }, send);
  expect(fetched.count).toBe(3);
});

it('fetches a token anew when the service refuses it, once', async () => {
  const fetched = { count: 0 };
  const sign = createRequestSigner(() => tokenType(fetched));
  const { sent, send } = answering(({ headers }) => (headers?.token === 'T1' ? 401 : 200));
  expect((await sign(request, used, send)).status).toBe(200);
  expect(sent).toHaveLength(2);
  const never = answering(() => 401);
  expect((await sign(request, used, never.send)).status).toBe(401);
  expect(never.sent).toHaveLength(2);
});

it('answers a challenge once', async () => {
  const sign = createRequestSigner(() =>
    defineCredential({
      type: 'digest',
      label: '',
      summary: '',
      icon: '',
      parameters: {},
      challenge: (_data, one) => ({ ...one, headers: { proof: 'yes' } }),
    }),
  );
  const { sent, send } = answering(({ headers }) => (headers?.proof ? 200 : 401));
  expect((await sign(request, { ...used, type: 'digest' }, send)).status).toBe(200);
  expect(sent).toHaveLength(2);
});

it('names a type that is not known', async () => {
  const sign = createRequestSigner(() => undefined);
  await expect(sign(request, { ...used, type: 'acmeApi' }, answering(() => 200).send)).rejects.toThrow('acmeApi');
});
