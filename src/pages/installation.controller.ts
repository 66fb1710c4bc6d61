import { Controller, Get } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Config, registrationIsOpen } from '../config/config.js';
import { ClaimService } from '../domains/auth/claim.service.js';
import { SampleWorkflow } from '../domains/workflows/sample/sample-workflow.service.js';
import { Public } from '../http/access.js';
import { Answers } from '../http/documented.js';

const REGISTRATION = ['open', 'invite'] as const;

/** How the installation stands. */
export class Standing {
  @ApiProperty({ description: 'Somebody owns it' })
  claimed!: boolean;

  @ApiProperty({ enum: REGISTRATION, description: 'Anybody may register, or those alone who are invited' })
  registration!: (typeof REGISTRATION)[number];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The line for a terminal that runs the sample workflow, until somebody owns it',
  })
  sampleCall!: string | null;
}

/** What somebody is told who opens the app and is not signed in. */
@ApiTags('auth')
@Controller('auth')
export class InstallationController {
  constructor(
    private readonly claims: ClaimService,
    private readonly sample: SampleWorkflow,
    private readonly config: Config,
  ) {}

  @Get('setup')
  @Public('says whether the installation has an owner, and whether anybody may register')
  @Answers(
    200,
    'Whether somebody owns this installation, and who may register',
    {
      claimed: false,
      registration: 'open',
      sampleCall: "curl -X POST http://127.0.0.1:3000/webhook/sample -d '{}'",
    },
    Standing,
  )
  async standing(): Promise<Standing> {
    const { isClaimed, tenantId } = await this.claims.standing();
    return {
      claimed: isClaimed,
      registration: registrationIsOpen(this.config) ? 'open' : 'invite',
      sampleCall: isClaimed ? null : ((await this.sample.call(tenantId)) ?? null),
    };
  }
}
