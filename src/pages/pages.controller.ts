import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Config } from '../config/config.js';
import { ClaimService } from '../domains/auth/claim.service.js';
import { SampleWorkflow } from '../domains/workflows/sample/sample-workflow.service.js';
import { Public } from '../http/access.js';
import { PublicAddress } from '../http/public-address.js';
import { type HtmlPage, htmlPage } from './html-page.js';

const HOME = htmlPage('home.html');
const SETUP = htmlPage('setup.html');
const HTML = 'text/html; charset=utf-8';

/** What a person sees who opens the server's address, or the link of a fresh installation. Not under /api/v1. */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly claims: ClaimService,
    private readonly sample: SampleWorkflow,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  @Get()
  @Public('says what this is and where to go on')
  @Header('content-type', HTML)
  async home(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { isClaimed } = await this.claims.standing();
    return show(reply, HOME, { claimed: String(isClaimed) });
  }

  @Get('setup')
  @Public('the form that sends the token of the one-time link, which stays in the browser')
  @Header('content-type', HTML)
  async setup(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { isClaimed, tenantId } = await this.claims.standing();
    const origin = this.config.WEBHOOK_URL ?? this.address.base();
    const sampleCall = isClaimed ? undefined : await this.sample.call(tenantId, origin);
    return show(reply, SETUP, { claimed: String(isClaimed), sampleCall: sampleCall ?? '' });
  }
}

function show(reply: FastifyReply, page: HtmlPage, values: Record<string, string>): string {
  reply.headers({ 'content-security-policy': page.policy, 'cache-control': 'no-store' });
  return page.render(values);
}
