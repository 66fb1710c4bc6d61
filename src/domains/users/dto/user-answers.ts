import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { MEMBER_ROLES, type MemberRole } from '../../../http/permissions.js';

/** Somebody of the tenant, where who it is is all that matters. */
export class Person {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;
}

/** A person, as the API shows one. */
export class UserView {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'ada@example.com' })
  email!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;

  @TimeProperty()
  createdAt!: Date;
}

/** The caller, and where they are. */
export class Me extends UserView {
  @IdProperty({ description: 'The tenant of the access token' })
  tenantId!: string;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;
}
