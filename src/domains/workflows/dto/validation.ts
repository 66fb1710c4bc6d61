import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FORMAT_VERSION } from '@orchestrator/workflow';
import { Problem } from '../../../http/problem.js';
import { withoutFacts } from '../workflow-view.js';
import { NewWorkflowBody } from './workflow-body.js';

const SEVERITIES = ['error', 'warning'] as const;

/** A document on trial. */
export class ValidateBody {
  @ApiProperty({ description: 'As it would be saved' })
  document!: NewWorkflowBody;
}

/** The parameter that a fault is about. */
class FaultParameter {
  @ApiProperty({ example: 'fields[0].value' })
  path!: string;

  @ApiPropertyOptional({ description: 'What people know it by, in English', example: 'Fields 1 › Value' })
  label?: string;
}

/** The expression that a fault is about. */
class FaultExpression {
  @ApiProperty({ description: 'What stands there, or the part of it around the fault', example: '={{ $json.id + }}' })
  text!: string;

  @ApiPropertyOptional({ description: 'Where in the text the fault begins', example: 14 })
  from?: number;

  @ApiPropertyOptional({ description: 'Where it ends', example: 15 })
  to?: number;
}

/** One thing that is wrong with a document. */
export class FaultView {
  @ApiPropertyOptional({ description: 'Name of the node; missing when it is about the whole document', example: 'If' })
  node?: string;

  @ApiProperty({
    description: 'Within the node when there is one (`parameters.url`), else within the document (`edges[3].to`)',
    example: 'parameters.url',
  })
  field!: string;

  @ApiProperty({ description: 'For programs', example: 'parameter.required' })
  rule!: string;

  @ApiProperty({ description: 'What is wrong and what to do', example: '"URL" has to be given.' })
  message!: string;

  @ApiProperty({ enum: SEVERITIES, description: 'An error stops the workflow from going live, a warning does not' })
  severity!: (typeof SEVERITIES)[number];

  @ApiPropertyOptional({ type: FaultParameter, description: 'The parameter, as an error of a run names it' })
  parameter?: FaultParameter;

  @ApiPropertyOptional({ type: FaultExpression, description: 'The expression in which the fault is' })
  expression?: FaultExpression;
}

/** What is wrong with a document. */
export class ValidationAnswer {
  @ApiProperty({ description: 'No fault stops it from going live' })
  ready!: boolean;

  @ApiProperty({ type: [FaultView], description: 'The first 200' })
  items!: FaultView[];
}

/** @throws Problem 400 when there is no document in the body */
export function documentIn(body: unknown): object {
  const document = typeof body === 'object' && body !== null && 'document' in body ? body.document : undefined;
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new Problem(400, 'request.invalid', 'The request has fields that are missing or wrong.', {
      errors: [{ field: 'document', message: 'has to be a workflow' }],
    });
  }
  return { formatVersion: FORMAT_VERSION, settings: {}, ...withoutFacts(document as Record<string, unknown>) };
}
