import { importWorkflow, type Translator, translators } from '@orchestrator/n8n';
import { nodeTypeLookup } from '@orchestrator/node-sdk';
import { builtinNodes } from '@orchestrator/nodes';
import { type JsonObject, type JsonValue, validateWorkflow } from '@orchestrator/workflow';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const nodeTypes = nodeTypeLookup(builtinNodes);
const VERSIONS = [1, 1.1, 1.2, 1.3, 2, 2.1, 2.2, 3, 3.1, 3.2, 3.4, 4, 4.2];

/** What a node may have that says what is in its parameters: faults of these are for a person to mend. */
const UNFINISHED = /^(parameter|expression)\./;

/** Names that a translator reads, at any depth, found by watching it read parameters that have everything. */
function namesRead(translator: Translator, version: number): string[] {
  const names = new Set<string>();
  const watched = (depth: number): JsonObject =>
    new Proxy({} as JsonObject, {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        names.add(name);
        return depth < 3 ? watched(depth + 1) : undefined;
      },
      has: () => true,
    });
  for (const parameters of [watched(0), {}]) {
    try {
      translator.translate({ name: 'N', type: translator.type, typeVersion: version, parameters } as never, version);
    } catch {
      // It was given what no file holds.
    }
  }
  for (const odd of ['toJSON', 'then', 'constructor', 'length']) names.delete(odd);
  return [...names];
}

const any = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
/** Text that means something somewhere, and any other value. */
const value = fc.oneof(
  any,
  fc.constantFrom<JsonValue>(
    '={{ $json.a }}',
    '=',
    '',
    '0',
    -1,
    1e9,
    0.5,
    true,
    [],
    {},
    [null],
    [[]],
    '__proto__',
    'json',
  ),
);

for (const translator of translators) {
  const versions = VERSIONS.filter((version) => translator.versions?.(version) ?? true);
  test.each(versions)(
    `any parameters of ${translator.type} %s are carried over or kept in a placeholder`,
    (version) => {
      const names = namesRead(translator, version);
      const name = names.length > 0 ? fc.oneof(fc.constantFrom(...names), fc.string()) : fc.string();
      const fields = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
        value: fc.oneof({ maxDepth: 3 }, value, value, tie('object'), fc.array(tie('object'), { maxLength: 3 })),
        object: fc.dictionary(name, tie('value'), { maxKeys: 6 }) as fc.Arbitrary<JsonObject>,
      }));
      const parameters = fc.oneof(fields.object, any);
      fc.assert(
        fc.property(parameters, (given) => {
          const node = {
            id: 'n',
            name: 'N',
            type: translator.type,
            typeVersion: version,
            position: [0, 0],
            parameters: given,
          };
          const { workflow } = importWorkflow({ nodes: [node as never], connections: {} }, translators);
          const faults = validateWorkflow(workflow, { nodeTypes });
          expect(faults.filter(({ severity, rule }) => severity === 'error' && !UNFINISHED.test(rule))).toEqual([]);
          // Ports follow from parameters: asking for them must not fail, whatever those are.
          const [made] = workflow.nodes;
          const type = made && nodeTypes.find(made.type, made.version);
          expect(type).toBeDefined();
          expect(() => [type?.inputs(made!.parameters), type?.outputs(made!.parameters)]).not.toThrow();
        }),
        { numRuns: 60 },
      );
    },
  );
}
