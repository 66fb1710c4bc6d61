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
