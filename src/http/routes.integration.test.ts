import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiTypes } from '../api-types.js';
import { type TestServer, testServer } from '../testing/test-server.js';
import { openApiDocument } from './openapi.js';
import { permissionsPage } from './permissions-page.js';
import { type Route, routesOf } from './routes.js';

let server: TestServer;
let routes: Route[];
beforeAll(async () => {
  server = await testServer();
  routes = routesOf(server.app);
});
afterAll(() => server.drop());

it('every route names a permission or says why it is public, and not both', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => Boolean(route.permission) === Boolean(route.public))).toEqual([]);
});

it('no route with a permission answers a stranger', async () => {
  for (const { method, path } of routes.filter((route) => route.permission)) {
    const address = `/api/v1${path.replace(/:[^/]+/g, '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e')}`;
    expect([path, (await server.call(method, address)).status]).toEqual([path, 401]);
    expect([path, (await server.as('forged')(method, address)).status]).toEqual([path, 401]);
  }
});

it('docs/permissions.md is what the routes say (npm run docs writes it)', () => {
  expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage(routes));
});

it('docs/openapi.json is what the routes say (npm run docs writes it), with an example on every answer that has a body', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument(server.app)));
  expect(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))).toEqual(document);
  for (const [path, methods] of Object.entries<Record<string, { responses: Record<string, unknown> }>>(
    document.paths,
  )) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const good = Object.entries(responses).find(([status]) => status.startsWith('2'));
      const shown = good?.[0] === '204' || JSON.stringify(good?.[1]).includes('"example');
      expect([method, path, shown]).toEqual([method, path, true]);
    }
  }
});

it('web/src/api/schema.d.ts is what docs/openapi.json says (npm run docs writes it)', async () => {
  expect(readFileSync('web/src/api/schema.d.ts', 'utf8')).toBe(await apiTypes(openApiDocument(server.app)));
});
