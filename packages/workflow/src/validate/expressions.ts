import type { WorkflowNode } from '../document.js';
import { expressionExcerpt } from '../expression-excerpt.js';
import { isExpression } from '../expression-mark.js';
import type { JsonValue } from '../json.js';
import type { FaultList, FaultPlace } from './fault.js';
import type { DocumentLimits } from './limits.js';
import type { ExpressionRules, InspectedCode, NodeTypeLookup } from './node-types.js';
import { parameterAt } from './nodes.js';
import { type PathStep, pathText } from './path.js';
import type { FoundReference } from './references.js';
import type { ShapedParts } from './shape.js';

/**
 * Checks the expressions in the parameters of every node, one piece of code a step. A piece that stands in a document a
 * thousand times is looked at once.
 * @returns where they name nodes, but those that ask what has run
 */
export function* checkExpressions(
  { nodes }: ShapedParts,
  nodeTypes: NodeTypeLookup,
  rules: ExpressionRules,
  limits: DocumentLimits,
  list: FaultList,
): Generator<void, FoundReference[]> {
  const references: FoundReference[] = [];
  const names = new Set(nodes.map(({ node }) => node.name));
  const inspected = new Map<string, InspectedCode>();
  let length = 0;
  for (const { node } of nodes) {
    const type = nodeTypes.find(node.type, node.version);
    for (const { text, field } of textsOf(node, type?.literals)) {
      for (const { code, start } of rules.codes(text)) {
        if (list.isFull) return references;
        let found = inspected.get(code);
        if (!found) {
          length += code.length;
          if (inspected.size >= limits.expressions || length > limits.expressionLength) {
            list.error('limit.expressions', field, tooMany(limits), node.name);
            return references;
          }
          found = rules.inspect(code);
          inspected.set(code, found);
        }
        const placeAt = (span: readonly [number, number] | undefined): FaultPlace => ({
          parameter: parameterAt(field.replace(/^parameters\./, ''), type),
          expression: expressionExcerpt(text, span && { from: start + span[0], to: start + span[1] }),
        });
        report(found, field, node, names, list, placeAt);
        for (const name of found.asksWhatRan ? [] : found.nodes) {
          references.push({ node: node.id, field, name, place: () => placeAt(found.places?.get(name)) });
        }
        yield;
      }
      yield;
    }
    yield;
  }
  return references;
}

function report(
  { problem, problemAt, nodes, places }: InspectedCode,
  field: string,
  node: WorkflowNode,
  names: Set<string>,
  list: FaultList,
  placeAt: (span: readonly [number, number] | undefined) => FaultPlace,
) {
  if (problem !== undefined) {
    const span = problemAt === undefined ? undefined : ([problemAt, problemAt + 1] as const);
    list.error('expression.syntax', field, problem, node.name, placeAt(span));
  }
  for (const name of nodes) {
    if (names.has(name)) continue;
    const message = `The expression refers to "${name}", which is not a node here.`;
    list.error('expression.unknownNode', field, message, node.name, placeAt(places?.get(name)));
  }
}

type FoundText = { text: string; field: string };

function textsOf(node: WorkflowNode, literals?: ReadonlySet<string>): FoundText[] {
  const found: FoundText[] = [];
  const path: PathStep[] = ['parameters'];
  for (const name of Object.keys(node.parameters)) {
    if (!literals?.has(name)) gather(node.parameters[name], name, path, found);
  }
  return found;
}

function gather(value: JsonValue | undefined, step: PathStep, path: PathStep[], found: FoundText[]): void {
  if (typeof value === 'string') {
    if (isExpression(value)) found.push({ text: value, field: pathText([...path, step]) });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  path.push(step);
  if (Array.isArray(value)) for (let at = 0; at < value.length; at++) gather(value[at], at, path, found);
  else for (const key of Object.keys(value)) gather(value[key], key, path, found);
  path.pop();
}

function tooMany({ expressions, expressionLength }: DocumentLimits): string {
  return `The expressions of the workflow are more than ${expressions}, or longer than ${expressionLength} characters in all. Move code into Code nodes, or split the workflow.`;
}
