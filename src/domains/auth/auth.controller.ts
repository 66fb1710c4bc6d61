import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission, Public } from '../../http/access.js';
import { Answers, EXAMPLE_ID } from '../../http/documented.js';
import { isOfOwnPage } from '../../http/own-page.js';
import { Caller, type Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { PublicAddress } from '../../http/public-address.js';
import { AuthService } from './auth.service.js';
import { LoginDto, RefreshDto, RegisterDto, ResetPasswordDto, SetupDto, SwitchDto, TokenDto } from './dto/auth.dto.js';
import { InvitationLook, Tokens, Welcome } from './dto/auth-answers.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { clearRefreshCookie, refreshCookie, setRefreshCookie } from './refresh-cookie.js';
import { SessionsService } from './sessions.service.js';
import { type Client, clientOf } from './sign-in/client.js';
import { setDeviceCookie } from './sign-in/device-cookie.js';
import { KnownDevices } from './sign-in/known-devices.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

const TOKENS = { accessToken: 'eyJhbGciOiJIUzI1NiJ9...', refreshToken: `${EXAMPLE_ID}.0.kX3...`, expiresIn: 900 };
const WELCOME = {
  user: { id: EXAMPLE_ID, email: 'ada@example.com', name: 'Ada Lovelace', createdAt: '2026-01-31T09:30:00.000Z' },
  tenant: {
    id: EXAMPLE_ID,
    slug: 'ada-lovelace-5f3a9c',
    name: 'Ada Lovelace',
    timezone: 'UTC',
    createdAt: '2026-01-31T09:30:00.000Z',
    role: 'owner',
  },
  ...TOKENS,
};

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly resets: PasswordResetsService,
    private readonly invitations: InvitationsService,
    private readonly pace: SignInPace,
    private readonly devices: KnownDevices,
    private readonly address: PublicAddress,
  ) {}

  @Post('register')
  @Public('makes an account')
  @Answers(201, 'Makes an account, and a tenant of its own or a place in the one that invited', WELCOME, Welcome)
  async register(
    @Body() body: RegisterDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const client = await this.limited(request);
    return this.remembered(reply, client, body.email, await this.auth.register(body, client));
  }

  @Post('setup')
  @Public('needs the one-time link of a fresh installation')
  @Answers(201, 'Claims a fresh installation, once', WELCOME, Welcome)
  async setup(@Body() body: SetupDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const client = await this.limited(request);
    return this.remembered(reply, client, body.email, await this.auth.setup(body, client));
  }

  @Post('login')
  @Public('needs address and password')
  @Answers(200, 'Signs in, to the tenant that was used last', TOKENS, Tokens)
  async login(@Body() body: LoginDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const client = await this.limited(request, body);
    return this.remembered(reply, client, body.email, await this.auth.login(body, client));
  }

  @Post('invitation')
  @Public('needs the token of an invitation')
  @Answers(
    200,
    'Tells whose invitation a link is, and where it leads',
    { tenant: 'Analytical Engines', inviter: 'Ada Lovelace', role: 'editor', email: null },
    InvitationLook,
  )
  async invitation(@Body() { token }: TokenDto, @Req() request: FastifyRequest) {
    await this.limited(request);
    return this.invitations.look(token);
  }

  @Post('refresh')
  @Public('needs a refresh token')
  @ApiBody({ type: RefreshDto, required: false })
  @Answers(200, 'New tokens for a refresh token, which is used up', TOKENS, Tokens)
  async refresh(
    @Body() body: RefreshDto | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const token = body?.refreshToken ?? this.cookieOf(request);
    if (!token)
      throw new Problem(401, 'auth.refresh_token_required', 'There is no refresh token in the body or the cookie.');
    const tokens = await this.sessions.refresh(token).catch(async (error: unknown) => {
      await this.pace.badToken(clientOf(request));
      throw error;
    });
    return this.withCookie(reply, tokens);
  }

  @Post('logout')
  @Public('ends the session of a refresh token, if there is one')
  @ApiBody({ type: RefreshDto, required: false })
  @Answers(204, 'Ends the session')
  async logout(
    @Body() body: RefreshDto | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const bearer = /^Bearer +([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const isOwn = isOfOwnPage(request, this.address.base());
    // Taking the cookie back is an act by itself, even where the browser did not send it.
    if (!isOwn && !bearer && !body?.refreshToken) throw otherOrigin();
    const token = body?.refreshToken ?? (isOwn ? refreshCookie(request, this.secure()) : undefined);
    if (token) await this.sessions.endByToken(token);
    if (bearer) await this.sessions.endByAccessToken(bearer);
    if (isOwn) clearRefreshCookie(reply, this.secure());
  }

  @Post('switch')
  @Permission('self.write')
  @Answers(200, 'Tokens for another tenant of mine', TOKENS, Tokens)
  async switch(@Caller() caller: Principal, @Body() body: SwitchDto, @Res({ passthrough: true }) reply: FastifyReply) {
    if (caller.kind !== 'user') {
      throw Problem.forbidden('auth.person_required', 'An API key is for one tenant. Make one in the other tenant.');
    }
    return this.withCookie(reply, await this.sessions.switch(caller.id, caller.userId, body.tenantId));
  }

  @Post('reset-password')
  @Public('needs a one-time link')
  @Answers(204, 'Sets a new password and ends every session')
  async resetPassword(
    @Body() body: ResetPasswordDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const client = await this.limited(request);
    const { email } = await this.resets.use(body.token, body.password, client);
    this.remember(reply, client, email);
  }

  private async limited(request: FastifyRequest, account?: { email: string }): Promise<Client> {
    const client = clientOf(request);
    await this.pace.call(client, account);
    return client;
  }

  /** From now on this browser is no stranger to the account, and waits for no guesser. */
  private remember(reply: FastifyReply, client: Client, email: string): void {
    setDeviceCookie(reply, this.devices.add(client.devices, email), this.secure());
  }

  private remembered<T extends Tokens>(reply: FastifyReply, client: Client, email: string, tokens: T): T {
    this.remember(reply, client, email);
    return this.withCookie(reply, tokens);
  }

  /** @throws Problem 403 when another site's page made the browser call */
  private cookieOf(request: FastifyRequest): string | undefined {
    if (isOfOwnPage(request, this.address.base())) return refreshCookie(request, this.secure());
    throw otherOrigin();
  }

  private secure(): boolean {
    return this.address.base().startsWith('https:');
  }

  private withCookie<T extends Tokens>(reply: FastifyReply, tokens: T): T {
    setRefreshCookie(reply, tokens.refreshToken, this.secure());
    return tokens;
  }
}

const otherOrigin = () =>
  Problem.forbidden('auth.other_origin', 'Only a page of this server may act by its cookie. Send the token itself.');
