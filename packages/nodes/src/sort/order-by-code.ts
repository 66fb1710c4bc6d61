import { type CodeRunner, NodeFault } from '@orchestrator/node-sdk';

/**
 * Asks a tenant's comparator for the order of the items; it runs in the isolate, all comparisons in one call.
 * @returns each index below `count` once
 */
export async function orderByCode(runner: CodeRunner, code: string, count: number): Promise<number[]> {
  if (!/\breturn\b/.test(code)) {
    throw new NodeFault('The sorting code returns nothing', {
      parameter: 'code',
      description: 'It has to return a number, such as: return a.json.name < b.json.name ? -1 : 1;',
      retryable: false,
    });
  }
  const { values } = await runner.javascript({
    mode: 'all',
    code: `const sorted = $input.all(); const compare = (a, b) => {\n${code}\n};
return [...sorted.keys()].sort((x, y) => compare(sorted[x], sorted[y]));`,
  });
  const answer = values[0];
  if (!answer || 'error' in answer)
    throw new NodeFault(`The sorting code failed: ${answer?.error.message ?? 'no answer'}`, { parameter: 'code' });
  const order = answer.value;
  if (!isOrder(order, count)) {
    throw new NodeFault('The sorting code did more than compare two items', { parameter: 'code' });
  }
  return order;
}

/** Tenants' code may end the function around it early and return anything. */
function isOrder(value: unknown, count: number): value is number[] {
  return (
    Array.isArray(value) &&
    value.length === count &&
    new Set(value).size === count &&
    value.every((each) => Number.isInteger(each) && each >= 0 && each < count)
  );
}
