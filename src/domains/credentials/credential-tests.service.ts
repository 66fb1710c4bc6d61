import { Injectable } from '@nestjs/common';
import { errorMessage } from '@orchestrator/node-sdk';
import type { Principal } from '../../http/principal.js';
import { SignedHttp } from '../nodes/signed-http.service.js';
import { CredentialsService } from './credentials.service.js';
import type { CredentialTestResult } from './dto/credential-answers.js';

/** Tries credentials out by the harmless call that their type declares. */
@Injectable()
export class CredentialTests {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly http: SignedHttp,
  ) {}

  async test(caller: Principal, id: string): Promise<CredentialTestResult> {
    const { definition, used } = await this.credentials.openForTest(caller, id);
    try {
      const request = definition.test?.(used.data as never);
      if (definition.exchange) await this.http.renewToken(used);
      if (!request) {
        return {
          ok: true,
          message: definition.exchange
            ? 'It gave a token.'
            : 'Its fields are complete. Only a call to the service itself can show whether they are right.',
        };
      }
      const response = await this.http.send(request, used);
      if (response.status < 400) return { ok: true, message: 'It works.' };
      return { ok: false, message: `The service answered ${response.status} ${response.statusText}.` };
    } catch (error) {
      return { ok: false, message: errorMessage(error) };
    }
  }
}
