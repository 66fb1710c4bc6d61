import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnswerCheck } from '../testing/answer-check.js';
import { type TestServer, testServer } from '../testing/test-server.js';
import { openApiDocument } from './openapi.js';
import { workflowTypeNames } from './shared-schemas.js';

let server: TestServer;
let check: AnswerCheck;
beforeAll(async () => {
  server = await testServer();
  check = new AnswerCheck(server.app);
});
afterAll(() => server.drop());

it('every JSON answer has a shape that says something', () => {
  const answers = [...check.documented()];
  expect(answers.length).toBeGreaterThan(40);
  const bare = answers.filter(({ schema }) => {
    const { $ref, properties, items } = schema as { $ref?: string; properties?: object; items?: object };
    return !$ref && !properties && !items;
  });
  expect(bare.map(({ name }) => name)).toEqual([]);
});

it('every example is of the shape that it is an example of', () => {
  const wrong = [...check.documented()].flatMap(({ name, schema, example }) => {
    const faults = check.compare(schema, example);
    return faults ? [`${name}: ${faults}`] : [];
  });
  expect(wrong).toEqual([]);
});

it('what is not documented is told', () => {
  const about = (body: unknown, status = 200) => check.faults('GET', '/api/v1/tenants/current/usage', status, body);
  expect(about({})).toMatch(/required/);
  expect(about({}, 203)).toMatch(/203/);
  expect(check.faults('GET', '/health/live', 200, { status: 'ok', more: 1 })).toMatch(/additional/);
});

it('no object in a question or an answer is left untold', () => {
  const untold: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null || path.endsWith('.example')) return;
    const { type, properties, additionalProperties, patternProperties } = schema as Record<string, unknown>;
    if (type === 'object' && !properties && !additionalProperties && !patternProperties) untold.push(path);
    for (const [key, each] of Object.entries(schema)) look(each, `${path}.${key}`);
  };
  const { paths, components } = JSON.parse(JSON.stringify(openApiDocument(server.app)));
  look(paths, 'paths');
  for (const [name, schema] of Object.entries(components.schemas)) {
    // The format of documents is told by its own package.
    if (!(workflowTypeNames as string[]).includes(name)) look(schema, name);
  }
  expect(untold).toEqual([]);
});
