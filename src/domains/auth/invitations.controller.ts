import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { Caller, type Principal } from '../../http/principal.js';
import { CreateInvitationDto } from './dto/access.dto.js';
import { TokenDto } from './dto/auth.dto.js';
import { InvitationView, Joined, NewInvitation } from './dto/auth-answers.js';
import { InvitationsService } from './invitations.service.js';

const INVITATION = {
  id: EXAMPLE_ID,
  email: 'charles@example.com',
  role: 'editor',
  createdAt: '2026-01-31T09:30:00.000Z',
  expiresAt: '2026-02-07T09:30:00.000Z',
};

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Post()
  @Permission('members.write')
  @Answers(
    201,
    'Makes a one-time link into this tenant, which is shown this once',
    {
      ...INVITATION,
      token: 'kX3...',
      link: 'https://flows.example.com/invitation#token=kX3...',
    },
    NewInvitation,
  )
  create(@Caller() caller: Principal, @Body() body: CreateInvitationDto) {
    return this.invitations.create(caller, body.role, body.email);
  }

  @Get()
  @Permission('members.write')
  @Answers(200, 'Invitations that are open', { items: [INVITATION], nextCursor: null }, pageOf(InvitationView))
  list(@Caller() caller: Principal, @Query() query: PageQuery) {
    return this.invitations.list(caller.tenantId, query);
  }

  @Post('accept')
  @Permission('self.write')
  @Answers(200, 'Joins the tenant that invited me', { tenantId: EXAMPLE_ID, role: 'editor' }, Joined)
  accept(@Caller() caller: Principal, @Body() body: TokenDto) {
    return this.invitations.accept(caller, body.token);
  }

  @Delete(':id')
  @Permission('members.write')
  @Answers(204, 'Withdraws an invitation')
  withdraw(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.invitations.withdraw(caller, id);
  }
}
