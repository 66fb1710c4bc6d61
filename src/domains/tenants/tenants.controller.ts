import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ChangeTenantDto, CreateTenantDto, MemberRoleDto, RemoveTenantQuery } from './dto/tenant.dto.js';
import { Member, TenantOfUser, TenantView } from './dto/tenant-answers.js';
import { MembersService } from './members.service.js';
import { TenantsService } from './tenants.service.js';

const TENANT = {
  id: EXAMPLE_ID,
  slug: 'engines',
  name: 'Analytical Engines',
  timezone: 'Europe/London',
  createdAt: '2026-01-31T09:30:00.000Z',
};

/** The tenant of the access token is `current`; `auth/switch` leads to another. */
@ApiTags('tenants')
@Controller('tenants')
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly members: MembersService,
  ) {}

  @Get()
  @Permission('self.read')
  @Answers(
    200,
    'The tenants that I belong to',
    { items: [{ ...TENANT, role: 'owner' }], nextCursor: null },
    pageOf(TenantOfUser),
  )
  async list(@Caller() caller: Principal) {
    const all = await this.tenants.ofUser(caller.userId);
    // An API key is for one tenant; what else its person belongs to is not its business.
    const items = caller.kind === 'apiKey' ? all.filter((tenant) => tenant.id === caller.tenantId) : all;
    return { items, nextCursor: null };
  }

  @Post()
  @Permission('tenant.create')
  @Answers(201, 'Makes a further tenant, which I own', { ...TENANT, role: 'owner' }, TenantOfUser)
  create(@Caller() caller: Principal, @Body() body: CreateTenantDto) {
    return this.tenants.createFor(caller, body.name);
  }

  @Get('current')
  @Permission('tenant.read')
  @Answers(200, 'The tenant that I am in', TENANT, TenantView)
  current(@Caller() caller: Principal) {
    return this.tenants.get(caller.tenantId);
  }

  @Patch('current')
  @Permission('tenant.write')
  @Answers(200, 'Changes its name, slug or time zone', TENANT, TenantView)
  change(@Caller() caller: Principal, @Body() body: ChangeTenantDto) {
    return this.tenants.change(caller, body);
  }

  @Delete('current')
  @Permission('tenant.delete')
  @Answers(204, 'Removes the tenant with everything in it')
  remove(@Caller() caller: Principal, @Query() query: RemoveTenantQuery) {
    return this.tenants.remove(caller, query.slug);
  }

  @Get('current/members')
  @Permission('members.read')
  @Answers(
    200,
    'Its members',
    {
      items: [
        {
          userId: EXAMPLE_ID,
          email: 'ada@example.com',
          name: 'Ada Lovelace',
          role: 'owner',
          joinedAt: TENANT.createdAt,
        },
      ],
      nextCursor: null,
    },
    pageOf(Member),
  )
  listMembers(@Caller() caller: Principal, @Query() query: PageQuery) {
    return this.members.list(caller.tenantId, query);
  }

  @Patch('current/members/:userId')
  @Permission('members.write')
  @Answers(204, "Changes a member's role")
  changeRole(@Caller() caller: Principal, @Param('userId', ParseUUIDPipe) userId: string, @Body() body: MemberRoleDto) {
    return this.members.changeRole(caller, userId, body.role);
  }

  @Delete('current/members/me')
  @Permission('self.write')
  @Answers(204, 'Leaves the tenant')
  leave(@Caller() caller: Principal) {
    return this.members.remove(caller, caller.userId);
  }

  @Delete('current/members/:userId')
  @Permission('members.write')
  @Answers(204, 'Removes a member')
  removeMember(@Caller() caller: Principal, @Param('userId', ParseUUIDPipe) userId: string) {
    return this.members.remove(caller, userId);
  }
}
