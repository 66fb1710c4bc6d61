import { Module } from '@nestjs/common';
import { NodesModule } from '../nodes/nodes.module.js';
import { CredentialProofs } from './credential-proofs.service.js';
import { CredentialSeal } from './credential-seal.service.js';
import { CredentialTests } from './credential-tests.service.js';
import { CredentialUses } from './credential-uses.service.js';
import { CredentialsController } from './credentials.controller.js';
import { CredentialsService } from './credentials.service.js';

@Module({
  imports: [NodesModule],
  controllers: [CredentialsController],
  providers: [CredentialProofs, CredentialSeal, CredentialUses, CredentialsService, CredentialTests],
  exports: [CredentialsService],
})
export class CredentialsModule {}
