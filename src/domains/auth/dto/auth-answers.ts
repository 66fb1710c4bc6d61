import { ApiProperty } from '@nestjs/swagger';
import { IdProperty, TimeProperty } from '../../../http/answer-properties.js';
import { MEMBER_ROLES, type MemberRole, PERMISSION_NAMES, type PermissionName } from '../../../http/permissions.js';
import { TenantOfUser } from '../../tenants/dto/tenant-answers.js';
import { UserView } from '../../users/dto/user-answers.js';

/** What a login gives. */
export class Tokens {
  @ApiProperty({ description: 'For `Authorization: Bearer`', example: 'eyJhbGciOiJIUzI1NiJ9...' })
  accessToken!: string;

  @ApiProperty({ description: 'In the cookie besides, which scripts of the app can not read' })
  refreshToken!: string;

  @ApiProperty({ description: 'Seconds that the access token is good for', example: 900 })
  expiresIn!: number;
}

/** What somebody new gets. */
export class Welcome extends Tokens {
  @ApiProperty()
  user!: UserView;

  @ApiProperty()
  tenant!: TenantOfUser;
}

/** One signed-in browser or program. */
export class SessionView {
  @IdProperty()
  id!: string;

  @TimeProperty()
  createdAt!: Date;

  @TimeProperty({ description: 'When its token was renewed last' })
  rotatedAt!: Date;

  @TimeProperty()
  expiresAt!: Date;

  @ApiProperty({ type: String, nullable: true, example: 'Mozilla/5.0' })
  userAgent!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '192.0.2.1' })
  ip!: string | null;

  @ApiProperty({ description: 'The one that asks' })
  current!: boolean;
}

/** A link that is good for one use. */
export class OneTimeLink {
  @ApiProperty({ description: 'What the link carries', example: 'kX3...' })
  token!: string;

  @ApiProperty({ example: 'https://flows.example.com/reset-password#token=kX3...' })
  link!: string;

  @TimeProperty()
  expiresAt!: Date;
}

/** An API key, without the key itself. */
export class ApiKeyView {
  @IdProperty()
  id!: string;

  @ApiProperty({ example: 'nightly export' })
  name!: string;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;

  @IdProperty({ description: 'Whom it acts for' })
  userId!: string;

  @ApiProperty({ description: 'How the key begins', example: 'orc_kX3p' })
  hint!: string;

  @TimeProperty()
  createdAt!: Date;

  @TimeProperty({ nullable: true, description: 'Never, when null, as keys of before were made' })
  expiresAt!: Date | null;

  @TimeProperty({ nullable: true })
  lastUsedAt!: Date | null;

  @ApiProperty({
    enum: PERMISSION_NAMES,
    enumName: 'PermissionName',
    isArray: true,
    nullable: true,
    description: 'All that it may do; everything of its role when null',
    example: ['workflows.read', 'executions.read'],
  })
  permissions!: PermissionName[] | null;

  @ApiProperty({
    type: [String],
    description: 'Where it may be used from; from anywhere when empty',
    example: ['192.0.2.0/24'],
  })
  addresses!: string[];

  @IdProperty({ nullable: true, description: 'The key that made it, with which it goes' })
  parentId!: string | null;
}

/** What a key can be limited to. */
export class PermissionOfKeys {
  @ApiProperty({ enum: PERMISSION_NAMES, enumName: 'PermissionName' })
  name!: PermissionName;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole', description: 'The weakest role that has it' })
  role!: MemberRole;
}

/** A new API key. */
export class NewApiKey extends ApiKeyView {
  @ApiProperty({ description: 'The key itself, shown this once', example: 'orc_kX3p...' })
  key!: string;
}

/** An open invitation. */
export class InvitationView {
  @IdProperty()
  id!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who alone may use it; anybody when null',
    example: 'charles@example.com',
  })
  email!: string | null;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;

  @TimeProperty()
  createdAt!: Date;

  @TimeProperty()
  expiresAt!: Date;
}

/** A new invitation. */
export class NewInvitation extends InvitationView {
  @ApiProperty({ example: 'kX3...' })
  token!: string;

  @ApiProperty({ example: 'https://flows.example.com/invitation#token=kX3...' })
  link!: string;
}

/** What an invitation says to whoever holds its link. */
export class InvitationLook {
  @ApiProperty({ description: 'The tenant that it leads into', example: 'Analytical Engines' })
  tenant!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Who made it, by name', example: 'Ada Lovelace' })
  inviter!: string | null;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who alone may use it; anybody when null',
    example: 'charles@example.com',
  })
  email!: string | null;
}

/** What somebody has joined. */
export class Joined {
  @IdProperty()
  tenantId!: string;

  @ApiProperty({ enum: MEMBER_ROLES, enumName: 'MemberRole' })
  role!: MemberRole;
}
