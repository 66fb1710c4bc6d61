import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ChangePasswordDto } from './dto/auth.dto.js';
import { OneTimeLink, SessionView } from './dto/auth-answers.js';
import { PasswordResetsService } from './password-resets.service.js';
import { SessionsService } from './sessions.service.js';
import { clientOf } from './sign-in/client.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

/** Passwords and sessions of users. */
@ApiTags('users')
@Controller('users')
export class AccountController {
  constructor(
    private readonly resets: PasswordResetsService,
    private readonly sessions: SessionsService,
    private readonly pace: SignInPace,
  ) {}

  @Post('me/password')
  @Permission('self.write')
  @Answers(204, 'Changes my password and ends my other sessions')
  async changePassword(
    @Caller() caller: Principal,
    @Body() body: ChangePasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const client = clientOf(request);
    await this.pace.call(client, caller);
    await this.resets.change(caller, body.currentPassword, body.newPassword, client);
  }

  @Get('me/sessions')
  @Permission('self.read')
  @Answers(
    200,
    'Where I am signed in',
    {
      items: [
        {
          id: EXAMPLE_ID,
          createdAt: '2026-01-31T09:30:00.000Z',
          rotatedAt: '2026-01-31T10:00:00.000Z',
          expiresAt: '2026-03-02T10:00:00.000Z',
          userAgent: 'Mozilla/5.0',
          ip: '192.0.2.1',
          current: true,
        },
      ],
      nextCursor: null,
    },
    pageOf(SessionView),
  )
  async list(@Caller() caller: Principal) {
    const items = (await this.sessions.list(caller.userId)).map((each) => ({
      ...each,
      current: each.id === caller.id,
    }));
    return { items, nextCursor: null };
  }

  @Delete('me/sessions/:id')
  @Permission('self.write')
  @Answers(204, 'Ends one of my sessions')
  end(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.sessions.end(caller.userId, id);
  }

  @Post(':id/password-reset')
  @Permission('members.reset')
  @Answers(
    201,
    'A one-time link with which a member sets a new password',
    {
      token: 'kX3...',
      link: 'https://flows.example.com/reset-password#token=kX3...',
      expiresAt: '2026-02-01T09:30:00.000Z',
    },
    OneTimeLink,
  )
  reset(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.resets.create(caller, id);
  }
}
