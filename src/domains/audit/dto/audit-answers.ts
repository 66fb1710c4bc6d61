import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, MapProperty, SharedProperty, TimeProperty } from '../../../http/answer-properties.js';

/** Who did something. */
export class AuditActor {
  @ApiProperty({ description: '`user`, `apiKey` or `system`', example: 'user' })
  kind!: string;

  @IdProperty({ nullable: true })
  userId!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The user by name; null where none is known',
    example: 'Ada Lovelace',
  })
  name!: string | null;

  @IdProperty({ nullable: true })
  apiKeyId!: string | null;
}

/** What something was done to. */
export class AuditTarget {
  @ApiProperty({ example: 'user' })
  type!: string;

  @ApiProperty()
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What it is called, or was when it was deleted; null where that is not known',
    example: 'Charles Babbage',
  })
  name!: string | null;

  @ApiProperty({ description: 'It is still there' })
  isThere!: boolean;
}

/** A row of the audit, as the API shows it. */
export class AuditEntry {
  @IdProperty()
  id!: string;

  @TimeProperty()
  at!: Date;

  @ApiProperty()
  actor!: AuditActor;

  @ApiProperty({ example: 'member.role_changed' })
  action!: string;

  @ApiProperty()
  target!: AuditTarget;

  @SharedProperty('JsonValue', { description: 'What changed, as it was; null where nothing is told' })
  before!: unknown;

  @SharedProperty('JsonValue', { description: 'What changed, as it is' })
  after!: unknown;

  @MapProperty({ type: 'string' }, { description: 'Names of what `before` and `after` mention, by id' })
  names!: Record<string, string>;
}
