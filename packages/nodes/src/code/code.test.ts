import type { CodeRequest, CodeResult } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { code } from './code.node.js';

type Values = CodeResult['values'];

/** Runs the node with a runner whose scripts came out as given. (What scripts do is the sandbox's own tests' matter.) */
async function run(values: Values, parameters: JsonObject = {}, continueOnFail = false) {
  const requests: CodeRequest[] = [];
  const javascript = async (request: CodeRequest) => {
    requests.push(request);
    return { values, logs: [] };
  };
  const test = { parameters, items: [{ n: 1 }, { n: 2 }], continueOnFail, code: { javascript } };
  return { ...(await runNode(code, test)), asked: requests[0] };
}
const each = { mode: 'each' };
const failure = { error: { message: 'x is not defined', line: 3 } };

describe('a script that runs once', () => {
  it('gives the items it returns', async () => {
    const result = await run([{ value: [{ json: { a: 1 } }, { json: { a: 2 } }] }], { code: 'return 1;' });
    expect(jsonOf(result)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(result.asked).toMatchObject({ code: 'return 1;', mode: 'all', dialect: 'code' });
  });

  it('fails with the line of the fault', async () => {
    const fault = { message: 'x is not defined [line 3]', details: { line: 3 } };
    await expect(run([failure])).rejects.toMatchObject(fault);
  });

  it('gives one item that tells the fault, when it may go on', async () => {
    expect(jsonOf(await run([failure], {}, true))).toEqual([{ error: 'x is not defined [line 3]' }]);
  });

  it('says what to return', async () => {
    await expect(run([{ value: undefined }])).rejects.toThrow("doesn't return items");
  });
});

describe('a script that runs for each item', () => {
  it('gives an item for each, tied to its own', async () => {
    const { outputs, asked } = await run([{ value: { json: { a: 1 } } }, { value: { b: 2 } }], each);
    expect(outputs[0]).toEqual([
      { json: { a: 1 }, pairedItem: { item: 0 } },
      { json: { b: 2 }, pairedItem: { item: 1 } },
    ]);
    expect(asked).toMatchObject({ mode: 'each', itemIndexes: [0, 1] });
  });

  it('leaves out the items it returns nothing for', async () => {
    expect(jsonOf(await run([{ value: null }, { value: { b: 2 } }], each))).toEqual([{ b: 2 }]);
  });

  it('fails with the line and the item', async () => {
    await expect(run([{ value: {} }, failure], each)).rejects.toThrow('x is not defined [line 3, for item 1]');
  });

  it('goes on with the other items, when it may', async () => {
    const { outputs } = await run([failure, { value: { b: 2 } }], each, true);
    expect(outputs[0]?.map(({ json }) => json)).toEqual([{ error: 'x is not defined [line 3, for item 0]' }, { b: 2 }]);
    expect(outputs[0]?.[0]).toMatchObject({ pairedItem: { item: 0 }, error: { itemIndex: 0 } });
  });
});

describe('the older dialects', () => {
  it('a Function runs once, and has to return items', async () => {
    const parameters = { dialect: 'function', mode: 'each' };
    expect((await run([{ value: [{ json: { a: 1 } }] }], parameters)).asked).toMatchObject({ mode: 'all' });
    await expect(run([{ value: [{ a: 1 }] }], parameters)).rejects.toThrow('has no "json"');
    expect(jsonOf(await run([{ value: 5 }], parameters, true))).toEqual([{ error: 'The code returns a number.' }]);
  });

  it('a Function Item runs for each, and has to return an object', async () => {
    const parameters = { dialect: 'functionItem' };
    const { asked } = await run([{ value: { json: { a: 1 } } }, { value: { json: { a: 2 } } }], parameters);
    expect(asked).toMatchObject({ mode: 'each', dialect: 'functionItem' });
    await expect(run([{ value: {} }], parameters)).rejects.toThrow('returned nothing');
  });
});

it('says that Python does not run here', async () => {
  await expect(run([], { language: 'python' })).rejects.toThrow('Python');
});
