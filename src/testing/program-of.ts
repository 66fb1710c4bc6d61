import type { TestCaller, TestPerson, TestServer } from './test-server.js';

/** A program that calls as this person, with an API key: what it runs is in earnest, and no test by hand. */
export async function programOf(server: TestServer, person: TestPerson): Promise<TestCaller> {
  const { status, body } = await person.call('POST', 'api-keys', { name: 'A program' });
  if (status !== 201) throw new Error(`no API key: ${JSON.stringify(body)}`);
  return server.as(body.key);
}
