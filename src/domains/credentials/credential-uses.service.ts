import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { AuditService } from '../audit/audit.service.js';

/** What a credential was used for. */
export interface CredentialUse {
  tenantId: string;
  credentialId: string;
  /** The workflow whose run, or whose webhook, used it. */
  workflowId: string;
}

/** Uses of today that this process has told of; beyond it, all are forgotten, and told to the database again. */
const REMEMBERED = 50_000;

/**
 * Tells the audit which workflow used which credential, once a day: by the first run of the day, in the background.
 * Later runs look into a set in memory and write nothing.
 */
@Injectable()
export class CredentialUses {
  private readonly log = new Logger(CredentialUses.name);
  private day = '';
  private readonly told = new Set<string>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** Never throws and never waits: a run does not hang on its audit. */
  tell({ tenantId, credentialId, workflowId }: CredentialUse): void {
    const day = new Date().toISOString().slice(0, 10);
    if (day !== this.day || this.told.size >= REMEMBERED) this.told.clear();
    this.day = day;
    const use = `${credentialId} ${workflowId}`;
    if (this.told.has(use)) return;
    this.told.add(use);
    const change = {
      action: 'credential.used',
      target: { type: 'credential', id: credentialId },
      after: { workflowId },
      once: `credential.used ${use} ${day}`,
    };
    this.work
      .inTenant(tenantId, (tx) => this.audit.record(tx, tenantId, undefined, change))
      .catch((error: Error) => {
        this.told.delete(use); // the next run tells it
        this.log.error(`the use of a credential could not be told to the audit: ${error.message}`);
      });
  }
}
