import { ApiProperty } from '@nestjs/swagger';
import type { JsonObject } from '@orchestrator/workflow';
import { IdProperty, SharedProperty, TimeProperty } from '../../../http/answer-properties.js';
import { ParameterView, parameterMap } from '../../nodes/dto/parameter-view.js';

/** What a call showed of a credential. */
export class CredentialProof {
  @ApiProperty({ description: 'It was taken; `false`: it was refused' })
  ok!: boolean;

  @TimeProperty()
  at!: string;

  @ApiProperty({ enum: ['test', 'run'], example: 'run' })
  by!: 'test' | 'run';

  @ApiProperty({ description: 'For people', example: 'The service at api.example.com answered 200.' })
  message!: string;
}

/** A credential without its secrets. */
export class CredentialView {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'Warehouse' })
  name!: string;

  @ApiProperty({ example: 'httpHeaderAuth' })
  type!: string;

  @SharedProperty('JsonObject', { description: 'Fields that are no secret' })
  data!: JsonObject;

  @ApiProperty({
    type: [String],
    description: 'Hosts that it may be sent to. Empty: the first host that it is sent to becomes the only one',
    example: ['api.example.com'],
  })
  allowedHosts!: string[];

  @ApiProperty({
    type: 'integer',
    description: 'How many workflows name it, live or in their newest version',
    example: 2,
  })
  usedBy!: number;

  @ApiProperty({
    type: () => CredentialProof,
    nullable: true,
    description: 'What the last call with it showed; `null` until one did, and again when its fields change',
  })
  proof!: CredentialProof | null;

  @TimeProperty()
  createdAt!: string;

  @TimeProperty()
  updatedAt!: string;
}

/** A workflow that names a credential. */
export class UsingWorkflow {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'New orders' })
  name!: string;

  @ApiProperty({ description: 'Whether a version of it is live' })
  active!: boolean;
}

/** The declaration of a type of credential. */
export class CredentialTypeView {
  @ApiProperty({ example: 'httpHeaderAuth' })
  type!: string;

  @ApiProperty({ example: 'Header auth' })
  label!: string;

  @ApiProperty({ description: 'One sentence' })
  summary!: string;

  @ApiProperty({ description: 'Name of a Lucide icon', example: 'key-round' })
  icon!: string;

  @ApiProperty({ description: 'Whether it signs calls of services, so that it needs hosts that it may be sent to' })
  signsCalls!: boolean;

  @ApiProperty({ type: [String], description: 'Hosts that a new one is for, unless it is told so', example: [] })
  hosts!: string[];

  @ApiProperty(parameterMap('Fields, in order'))
  parameters!: Record<string, ParameterView>;
}

/** How trying a credential out came out. */
export class CredentialTestResult {
  @ApiProperty({ type: Boolean, nullable: true, description: '`null` where no call could show it' })
  ok!: boolean | null;

  @ApiProperty({ description: 'For people', example: 'It works.' })
  message!: string;
}
