import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonValue } from '@orchestrator/workflow';
import { SharedProperty } from '../../../http/answer-properties.js';
import { ChoiceView } from '../../nodes/dto/parameter-view.js';

const KINDS = ['value', 'undefined', 'error'] as const;

/** A change of the text that probably mends it. */
export class MendView {
  @ApiProperty({ description: 'For people', example: 'Did you mean "total"?' })
  label!: string;

  @ApiProperty({ type: 'integer', description: 'What is between here', example: 9 })
  from!: number;

  @ApiProperty({ type: 'integer', description: 'and here', example: 14 })
  to!: number;

  @ApiProperty({ description: 'is replaced by this', example: '.total' })
  insert!: string;
}

/** What is wrong with a part of an expression. */
export class HintView {
  @ApiProperty({ description: 'For programs', example: 'expression.unknown-field' })
  code!: string;

  @ApiProperty({ description: 'For people', example: '$json has no field "totl". It has "total".' })
  message!: string;

  @ApiProperty({ type: 'integer', description: 'Index in the text, its leading `=` included', example: 10 })
  from!: number;

  @ApiProperty({ type: 'integer', description: 'Index behind its last character', example: 14 })
  to!: number;

  @ApiPropertyOptional()
  mend?: MendView;
}

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

  @ApiProperty({
    type: [HintView],
    description: 'Where it goes wrong: with an error, with nothing, and with a text in which a part gives nothing',
  })
  hints!: HintView[];
}

/** What several expressions gave, in the order of the question. */
export class EvaluationsAnswer {
  @ApiProperty({ type: [EvaluationView] })
  items!: EvaluationView[];
}

/** Choices of a parameter. */
export class ChoicesAnswer {
  @ApiProperty({ type: [ChoiceView] })
  items!: ChoiceView[];
}
