import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../http/public-address.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { newToken } from './one-time-token.js';

/** What a start finds. */
export interface Installation {
  /** The tenant `default`. */
  tenantId: string;
  /** Whether it was made just now. */
  fresh: boolean;
  /** The one-time link that claims it; missing once somebody has. */
  claimLink?: string;
}

/** Prepares a fresh installation: its tenant `default`, which belongs to nobody until somebody claims it. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly address: PublicAddress,
  ) {}

  /** Every start makes a new link while nobody has claimed the installation: only its hash is kept. */
  async prepare(): Promise<Installation> {
    return this.work.beforeTenant(async (tx) => {
      const [found] = (await tx.query(
        'select tenant_id as "tenantId", fresh, unclaimed from prepare_installation($1)',
        [newId()],
      )) as { tenantId: string; fresh: boolean; unclaimed: boolean }[];
      if (!found) throw new Error('The database has tenants but no tenant `default`: it was not made by Orchestrator.');
      const { tenantId, fresh, unclaimed } = found;
      if (!unclaimed) return { tenantId, fresh };
      const { token, hash } = newToken();
      await tx.query('select offer_claim($1)', [hash]);
      return { tenantId, fresh, claimLink: this.address.link(`/setup#token=${token}`) };
    });
  }
}
