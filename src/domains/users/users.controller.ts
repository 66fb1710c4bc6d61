import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ProfileDto } from './dto/profile.dto.js';
import { Me, UserView } from './dto/user-answers.js';
import { UsersService } from './users.service.js';

const USER = { id: EXAMPLE_ID, email: 'ada@example.com', name: 'Ada Lovelace', createdAt: '2026-01-31T09:30:00.000Z' };

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('me')
  @Permission('self.read')
  @Answers(200, 'Who I am, and in which tenant with which role', { ...USER, tenantId: EXAMPLE_ID, role: 'owner' }, Me)
  async me(@Caller() caller: Principal) {
    const { lastTenantId: _, ...user } = await this.users.get(caller.userId);
    return { ...user, tenantId: caller.tenantId, role: caller.role };
  }

  @Patch('me')
  @Permission('self.write')
  @Answers(200, 'Changes my name', USER, UserView)
  async change(@Caller() caller: Principal, @Body() profile: ProfileDto) {
    const { id, email, name, createdAt } = await this.users.rename(caller, profile.name);
    return { id, email, name, createdAt };
  }
}
