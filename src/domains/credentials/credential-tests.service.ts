import { Injectable } from '@nestjs/common';
import { type CredentialDefinition, errorMessage } from '@orchestrator/node-sdk';
import type { UsedCredential } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { SignedHttp } from '../nodes/signed-http.service.js';
import { given, reachesFurther, requireRight, secretsNotGiven } from './allowed-hosts.js';
import { Credential } from './credential.entity.js';
import { requireGood } from './credential-fields.js';
import { CredentialProofs } from './credential-proofs.service.js';
import { CredentialSeal } from './credential-seal.service.js';
import { CredentialsService } from './credentials.service.js';
import type { CredentialTestResult } from './dto/credential-answers.js';
import type { CredentialTrial } from './dto/credential-bodies.js';

const NO_CALL =
  'No call could show it: services differ in what they answer to. The first run that uses it will show whether it works.';

/** A credential with what it takes to try it out. */
interface Opened {
  definition: CredentialDefinition;
  used: UsedCredential;
  /** When the stored one was changed last, where it is tried as it is stored. */
  updatedAt?: Date;
}

/** Tries credentials out by the harmless call that their type declares, without saving anything of them. */
@Injectable()
export class CredentialTests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly seal: CredentialSeal,
    private readonly credentials: CredentialsService,
    private readonly http: SignedHttp,
    private readonly proofs: CredentialProofs,
  ) {}

  /**
   * Told to the audit once a day and person.
   * @param id of the one whose fields are tried; a new one when left out
   * @throws Problem as saving them would: what can't be saved can't be tried either
   */
  async test(caller: Principal, id: string | undefined, body: CredentialTrial): Promise<CredentialTestResult> {
    const opened = await this.work.inTenant(caller.tenantId, (tx) => this.open(tx, caller, id, body));
    const result = await tryOut(opened, this.http);
    const { ok, message } = result;
    const { used, updatedAt } = opened;
    if (updatedAt && ok !== null) {
      const revision = { tenantId: used.tenantId, id: used.id, updatedAt };
      await this.proofs.keep(revision, { ok, at: new Date().toISOString(), by: 'test', message });
    }
    return result;
  }

  private async open(
    tx: EntityManager,
    caller: Principal,
    id: string | undefined,
    body: CredentialTrial,
  ): Promise<Opened> {
    const row = id === undefined ? undefined : await tx.findOneBy(Credential, { id });
    if (row === null) throw Problem.notFound('credential', id ?? '');
    const type = row?.type ?? body.type ?? '';
    const definition = this.credentials.definition(type);
    const stored = row ? this.seal.open(row) : {};
    const { data: changes, hosts } = given(body, body.data ?? {});
    const isAsStored = row !== undefined && Object.keys(changes).length === 0 && hosts === undefined;
    const data = { ...stored, ...changes };
    const allowedHosts = hosts ?? row?.allowedHosts ?? definition.hosts ?? [];
    if (!isAsStored) requireGood(definition, data);
    const missing = secretsNotGiven(definition, stored, changes);
    if (row && reachesFurther(definition, { ...row, data: stored }, { allowedHosts, data }) && !isAsStored) {
      requireRight(caller, definition, missing);
    }
    await this.record(tx, caller, row, type);
    const { tenantId } = caller;
    // Stored secrets are used as a run uses them: where they go first is settled for good.
    const claimHost =
      row && missing.length > 0 ? (host: string) => this.credentials.claimHost(tenantId, row.id, host) : firstHost();
    const name = row?.name ?? definition.label;
    const used = { tenantId, type, id: row?.id ?? newId(), name, data, stored: data, allowedHosts, claimHost };
    return { definition, used, ...(isAsStored ? { updatedAt: row.updatedAt } : {}) };
  }

  private record(tx: EntityManager, caller: Principal, row: Credential | undefined, type: string): Promise<void> {
    const id = row?.id ?? newId();
    return this.audit.record(tx, caller.tenantId, caller, {
      action: 'credential.tested',
      target: { type: 'credential', id },
      after: { type, ...(row ? { name: row.name } : {}) },
      once: `credential.tested ${row?.id ?? `new ${type}`} ${caller.id} ${new Date().toISOString().slice(0, 10)}`,
    });
  }
}

async function tryOut({ definition, used }: Opened, http: SignedHttp): Promise<CredentialTestResult> {
  try {
    const request = definition.test?.(used.data as never);
    if (definition.exchange) await http.renewToken(used);
    if (!request && definition.exchange) return { ok: true, message: 'It gave a token.' };
    if (!request) return { ok: null, message: NO_CALL };
    const response = await http.send(request, used);
    if (response.status < 400) return { ok: true, message: 'It works.' };
    return { ok: false, message: `The service answered ${response.status} ${response.statusText}.` };
  } catch (error) {
    return { ok: false, message: errorMessage(error) };
  }
}

/** The first host is the only one, for as long as a test takes. */
function firstHost(): (host: string) => Promise<readonly string[]> {
  const settled: string[] = [];
  return async (host) => {
    if (settled.length === 0) settled.push(host);
    return settled;
  };
}
