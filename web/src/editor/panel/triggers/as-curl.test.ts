import { expect, it } from 'vitest';
import { asCurl } from './as-curl.ts';

const url = 'https://flows.example/webhook-test/orders/:id';

it('is a line that a shell can take, with the example’s body', () => {
  const example = { body: { name: "O'Hara" }, query: {} };
  expect(asCurl({ method: 'POST', url, example, authentication: 'none' })).toBe(
    `curl -X POST 'https://flows.example/webhook-test/orders/42' -H 'content-type: application/json' -d '{"name":"O'\\''Hara"}'`,
  );
});

it('has the query of the example, no method where it is the usual one, and a place for what proves who calls', () => {
  const example = { body: {}, query: { id: '4 2' } };
  expect(asCurl({ method: 'GET', url: 'http://h/w', example, authentication: 'basicAuth' })).toBe(
    `curl 'http://h/w?id=4+2' -u 'name:password'`,
  );
  expect(asCurl({ method: 'HEAD', url: 'http://h/w', authentication: 'headerAuth' })).toBe(
    `curl -I 'http://h/w' -H 'name: value'`,
  );
  expect(asCurl({ method: 'DELETE', url: 'http://h/w', authentication: 'jwtAuth' })).toBe(
    `curl -X DELETE 'http://h/w' -H 'authorization: Bearer token'`,
  );
});
