import { ApiExtraModels, ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { JsonValue } from '@orchestrator/workflow';
import { MapProperty, SharedProperty } from '../../../http/answer-properties.js';
import { sharedSchema } from '../../../http/shared-schemas.js';

const KINDS = [
  'string',
  'number',
  'boolean',
  'options',
  'multiOptions',
  'dateTime',
  'json',
  'code',
  'filter',
  'assignments',
  'collection',
  'group',
  'list',
  'resource',
  'workflow',
  'any',
  'notice',
] as const;
const CONTROLS = ['text', 'lines', 'number', 'dateTime', 'none'] as const;
const MODES = ['list', 'id', 'url', 'name'] as const;
const SCALAR = { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
const CONDITIONS = { type: 'array', items: sharedSchema('JsonValue') };

/** One choice of a parameter. */
export class ChoiceView {
  @ApiProperty(SCALAR)
  value!: string | number | boolean;

  @ApiProperty()
  label!: string;

  @ApiPropertyOptional()
  description?: string;
}

/** Parameters by name, in the order in which they are shown. */
export function parameterMap(description: string): ApiPropertyOptions {
  return { type: 'object', additionalProperties: { $ref: '#/components/schemas/ParameterView' }, description };
}

/** The declaration of one parameter; which members it has depends on its kind. */
@ApiExtraModels(ChoiceView)
export class ParameterView {
  @ApiProperty({ enum: KINDS, enumName: 'ParameterKind' })
  kind!: (typeof KINDS)[number];

  @ApiProperty({ example: 'URL' })
  label!: string;

  @ApiPropertyOptional({ description: 'One sentence under the field' })
  description?: string;

  @ApiPropertyOptional()
  placeholder?: string;

  @ApiPropertyOptional()
  required?: boolean;

  @ApiPropertyOptional({ description: 'Never an expression' })
  literal?: boolean;

  @ApiPropertyOptional({
    isArray: true,
    type: String,
    description: 'Read by the node itself, later than the others: names that its expressions see besides',
    example: ['$response'],
  })
  deferred?: string[];

  @ApiPropertyOptional({ description: 'Set by what is imported alone: a form shows it once something is set in it' })
  legacy?: boolean;

  @SharedProperty('JsonValue', { required: false, description: 'The value when none is given' })
  default?: JsonValue;

  @MapProperty(CONDITIONS, {
    required: false,
    description:
      'Shown when every parameter named here has one of these values; `name` is one beside it, `/name` one at the top',
  })
  show?: Record<string, JsonValue[]>;

  @MapProperty(CONDITIONS, { required: false, description: 'Hidden when any has' })
  hide?: Record<string, JsonValue[]>;

  @ApiPropertyOptional({ type: [ChoiceView], description: '`options`, `multiOptions`' })
  choices?: ChoiceView[];

  @ApiPropertyOptional({ description: 'Its choices are looked up: `POST nodes/:type/options`' })
  load?: string;

  @ApiPropertyOptional({ description: '`string`' })
  multiline?: boolean;

  @ApiPropertyOptional({ description: '`string`: goes in and never comes out' })
  password?: boolean;

  @ApiPropertyOptional({ enum: ['timezone'], description: '`string`: a name that is chosen from a list' })
  format?: 'timezone';

  @ApiPropertyOptional({ enum: ['html', 'sql', 'json', 'javascript', 'python'], description: '`string`, `code`' })
  language?: 'html' | 'sql' | 'json' | 'javascript' | 'python';

  @ApiPropertyOptional({ description: '`number`' })
  min?: number;

  @ApiPropertyOptional({ description: '`number`' })
  max?: number;

  @ApiPropertyOptional({ description: '`number`: whole numbers only' })
  integer?: boolean;

  @ApiPropertyOptional({ enum: CONTROLS, description: '`any`: how a person gives it; `none`: not at all' })
  control?: (typeof CONTROLS)[number];

  @MapProperty(
    { $ref: '#/components/schemas/ParameterView' },
    {
      required: false,
      description: '`collection`: those that may be added; `group`: always there; `list`: of each entry',
    },
  )
  fields?: Record<string, ParameterView>;

  @ApiPropertyOptional({ description: '`assignments`: the parameter that names the workflow which takes them' })
  takenBy?: string;

  @ApiPropertyOptional({ description: '`multiOptions`: nearly always one is chosen, and at least one' })
  usuallyOne?: boolean;

  @ApiPropertyOptional({ description: '`list`: what one entry is called' })
  itemLabel?: string;

  @ApiPropertyOptional({ description: '`list`: the order matters' })
  sortable?: boolean;

  @ApiPropertyOptional({ description: '`list`: an empty one is shown with its first entry, to be filled in' })
  opened?: boolean;

  @ApiPropertyOptional({ description: '`list`: the field by which entries are told apart', example: 'name' })
  unique?: string;

  @ApiPropertyOptional({ enum: MODES, isArray: true, description: '`resource`: how it may be named' })
  modes?: (typeof MODES)[number][];

  @ApiPropertyOptional({ description: '`notice`: Markdown to be shown' })
  text?: string;
}
