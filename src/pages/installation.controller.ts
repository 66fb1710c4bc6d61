import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Config, registrationIsOpen } from '../config/config.js';
import { ClaimService } from '../domains/auth/claim.service.js';
import { SampleWorkflow } from '../domains/workflows/sample/sample-workflow.service.js';
import { Public } from '../http/access.js';
import { Answers } from '../http/documented.js';
import { PublicAddress } from '../http/public-address.js';

/** What somebody is told who opens the app and is not signed in. */
@ApiTags('auth')
@Controller('auth')
export class InstallationController {
  constructor(
    private readonly claims: ClaimService,
    private readonly sample: SampleWorkflow,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  @Get('setup')
  @Public('says whether the installation has an owner, and whether anybody may register')
  @Answers(200, 'Whether somebody owns this installation, and who may register', {
    claimed: false,
    registration: 'open',
    sampleCall: "curl -X POST http://127.0.0.1:3000/webhook/sample -d '{}'",
  })
  async standing() {
    const { isClaimed, tenantId } = await this.claims.standing();
    const origin = this.config.WEBHOOK_URL ?? this.address.base();
    return {
      claimed: isClaimed,
      registration: registrationIsOpen(this.config) ? 'open' : 'invite',
      /** The line for a terminal that runs the sample workflow, until somebody owns it. */
      sampleCall: isClaimed ? null : ((await this.sample.call(tenantId, origin)) ?? null),
    };
  }
}
