import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { MEMBER_ROLES, type MemberRole } from '../../../http/permissions.js';

/** A tenant, as the API shows one. */
export class TenantView {
  @IdProperty()
  id!: string;

  @ApiProperty({ description: 'In addresses: /webhook/t/<slug>/...', example: 'engines' })
  slug!: string;

  @ApiProperty({ example: 'Analytical Engines' })
  name!: string;

  @ApiProperty({ description: 'IANA zone of workflows that name none', example: 'Europe/London' })
  timezone!: string;

  @TimeProperty()
  createdAt!: Date;
}

/** A tenant of a user, with the user's role in it. */
export class TenantOfUser extends TenantView {
  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;
}

/** A member of a tenant, as the API shows one. */
export class Member {
  @IdProperty()
  userId!: string;

  @ApiProperty({ example: 'ada@example.com' })
  email!: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name!: string;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;

  @TimeProperty()
  joinedAt!: Date;
}
