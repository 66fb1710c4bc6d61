import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../http/principal.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessTokens } from './access-tokens.js';
import { AccountController } from './account.controller.js';
import { ApiKeyPlaces } from './api-key-places.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { ClaimService } from './claim.service.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { Passwords } from './passwords.js';
import { RefreshTokens } from './refresh-tokens.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { SessionsService } from './sessions.service.js';
import { BackgroundAudit } from './sign-in/background-audit.js';
import { FailedSignIns } from './sign-in/failed-sign-ins.js';
import { KnownDevices } from './sign-in/known-devices.js';
import { SignInPace } from './sign-in/sign-in-pace.js';

/** Global, as the guard of every route asks it who is calling. */
@Global()
@Module({
  imports: [UsersModule, TenantsModule],
  controllers: [AuthController, AccountController, ApiKeysController, InvitationsController],
  providers: [
    AccessTokens,
    ApiKeyPlaces,
    ApiKeysService,
    AuthService,
    BackgroundAudit,
    ClaimService,
    FailedSignIns,
    InvitationsService,
    KnownDevices,
    PasswordResetsService,
    Passwords,
    RefreshTokens,
    SessionsService,
    SignInPace,
    { provide: Authenticator, useClass: RequestAuthenticator },
  ],
  exports: [Authenticator, ClaimService],
})
export class AuthModule {}
