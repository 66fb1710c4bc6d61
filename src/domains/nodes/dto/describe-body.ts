import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@orchestrator/workflow';
import { type FieldFault, Problem } from '../../../http/problem.js';

/** Nodes in one question: a large workflow (the largest real ones have some 500) fits in one. */
const MAX_NODES = 1_200;
/** No type is called by more. */
const MAX_TYPE = 200;
/** Faults named in one answer. */
const FAULTS_SHOWN = 50;

const ON_ERROR = ['stop', 'continue', 'errorOutput'] as const;

/** A node as a document has it, as far as its looks depend on it. */
export class NodeToDescribe {
  @ApiProperty({ example: 'httpRequest', maxLength: MAX_TYPE })
  type!: string;

  @ApiProperty({ description: 'Version of the node type', example: 1, type: 'integer', minimum: 1 })
  version!: number;

  @ApiProperty({
    description: 'As the document holds them; expressions are not evaluated',
    type: 'object',
    additionalProperties: true,
    example: { method: 'POST', url: 'https://shop.example/orders' },
  })
  parameters!: JsonObject;

  @ApiPropertyOptional({ description: '`errorOutput` adds an output', enum: ON_ERROR, example: 'errorOutput' })
  onError?: (typeof ON_ERROR)[number];
}

/** Nodes whose ports and subtitles are wanted. */
export class DescribeBody {
  @ApiProperty({ type: [NodeToDescribe], maxItems: MAX_NODES })
  nodes!: NodeToDescribe[];
}

/**
 * Reads the body by hand: the usual validation copies every parameter, which takes as long as the whole answer may.
 * @throws Problem 400 `request.invalid`
 */
export function readDescribeBody(body: unknown): DescribeBody {
  const nodes = isObject(body) ? body.nodes : undefined;
  if (!Array.isArray(nodes)) throw invalid([{ field: 'nodes', message: 'has to be a list of nodes' }]);
  if (nodes.length > MAX_NODES) throw invalid([{ field: 'nodes', message: `can't be more than ${MAX_NODES}` }]);
  const faults: FieldFault[] = [];
  for (const [index, node] of nodes.entries()) {
    const fault = faultOf(node);
    if (fault) faults.push({ ...fault, field: `nodes.${index}${fault.field}` });
    if (faults.length >= FAULTS_SHOWN) break;
  }
  if (faults.length > 0) throw invalid(faults);
  return { nodes: nodes as NodeToDescribe[] };
}

function faultOf(node: unknown): FieldFault | undefined {
  if (!isObject(node)) return { field: '', message: 'has to be an object' };
  const { type, version, parameters, onError } = node;
  if (typeof type !== 'string' || type === '' || type.length > MAX_TYPE) {
    return { field: '.type', message: 'has to be the name of a node type' };
  }
  if (!Number.isSafeInteger(version) || (version as number) < 1) {
    return { field: '.version', message: 'has to be a whole number from 1' };
  }
  if (!isObject(parameters)) return { field: '.parameters', message: 'has to be an object' };
  if (onError !== undefined && !ON_ERROR.includes(onError as never)) {
    return { field: '.onError', message: `has to be one of: ${ON_ERROR.join(', ')}` };
  }
  return undefined;
}

function invalid(errors: FieldFault[]): Problem {
  return new Problem(400, 'request.invalid', 'The request has fields that are missing or wrong.', { errors });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
