import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, SharedProperty, TimeProperty } from '../../../http/answer-properties.js';

/** Who did something. */
export class AuditActor {
  @ApiProperty({ description: '`user`, `apiKey` or `system`', example: 'user' })
  kind!: string;

  @IdProperty({ nullable: true })
  userId!: string | null;

  @IdProperty({ nullable: true })
  apiKeyId!: string | null;
}

/** What something was done to. */
export class AuditTarget {
  @ApiProperty({ example: 'user' })
  type!: string;

  @ApiProperty()
  id!: string;
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
}
