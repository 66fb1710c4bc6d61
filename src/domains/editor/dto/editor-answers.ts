import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonValue } from '@orchestrator/workflow';
import { SharedProperty } from '../../../http/answer-properties.js';
import { ChoiceView } from '../../nodes/dto/parameter-view.js';

const KINDS = ['value', 'undefined', 'error'] as const;

/** What an expression gave. */
@ApiExtraModels(ChoiceView)
export class EvaluationView {
  @ApiProperty({ enum: KINDS, enumName: 'EvaluationKind' })
  kind!: (typeof KINDS)[number];

  @SharedProperty('JsonValue', { required: false, description: 'With `value`' })
  result?: JsonValue;

  @ApiPropertyOptional({ description: 'With `error`: what is wrong, for people' })
  message?: string;

  @ApiPropertyOptional({ description: 'With `error`: for programs', example: 'expression.syntax' })
  code?: string;
}

/** Choices of a parameter. */
export class ChoicesAnswer {
  @ApiProperty({ type: [ChoiceView] })
  items!: ChoiceView[];
}
