import type { TestPerson } from '../../../src/testing/test-server.js';

/** A node of a test's workflow; its id is its name. */
export const node = (name: string, type: string, parameters: object = {}, more: object = {}) => ({
  id: name,
  name,
  type,
  version: 1,
  position: [0, 0],
  parameters,
  ...more,
});

/** Saves a workflow of nodes that follow one another. @returns its document */
export async function saved(person: TestPerson, name: string, ...chain: ReturnType<typeof node>[]) {
  const nodes = chain.map((each, at) => ({ ...each, position: [at * 256, 0] }));
  const edges = nodes.slice(1).map(({ id }, at) => ({ kind: 'main', from: { node: nodes[at]?.id }, to: { node: id } }));
  const { status, body } = await person.call('POST', 'workflows', {
    formatVersion: 1,
    name,
    nodes,
    edges,
    settings: {},
  });
  if (status !== 201) throw new Error(`the workflow was not saved: ${JSON.stringify(body)}`);
  return body as { id: string; version: number };
}

/** Starts a workflow. @returns the execution's id */
export const started = async (person: TestPerson, id: string, body: object = {}): Promise<string> =>
  (await person.call('POST', `workflows/${id}/run`, body)).body.executionId;

/** Runs a workflow to its end. @returns the execution */
export const finished = async (person: TestPerson, id: string, body: object = {}) =>
  (await person.call('POST', `workflows/${id}/run`, { ...body, wait: true })).body;
