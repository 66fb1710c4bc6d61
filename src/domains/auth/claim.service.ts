import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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

/** Whom an installation belongs to. */
export interface Standing {
  /** The tenant `default`. */
  tenantId: string;
  isClaimed: boolean;
}

/** Prepares a fresh installation: its tenant `default`, which belongs to nobody until somebody claims it. */
@Injectable()
export class ClaimService {
  /** Remembered once it is claimed: that is never undone. */
  private claimed: Standing | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly address: PublicAddress,
  ) {}

  /** Whether somebody owns the installation. */
  async standing(): Promise<Standing> {
    if (this.claimed) return this.claimed;
    const { tenantId, unclaimed } = await this.work.beforeTenant(find);
    const standing = { tenantId, isClaimed: !unclaimed };
    if (standing.isClaimed) this.claimed = standing;
    return standing;
  }

  /** Every start makes a new link while nobody has claimed the installation: only its hash is kept. */
  async prepare(): Promise<Installation> {
    return this.work.beforeTenant(async (tx) => {
      const { tenantId, fresh, unclaimed } = await find(tx);
      if (!unclaimed) return { tenantId, fresh };
      const { token, hash } = newToken();
      await tx.query('select offer_claim($1)', [hash]);
      return { tenantId, fresh, claimLink: this.address.link(`/setup#token=${token}`) };
    });
  }
}

async function find(tx: EntityManager): Promise<{ tenantId: string; fresh: boolean; unclaimed: boolean }> {
  const [found] = await tx.query('select tenant_id as "tenantId", fresh, unclaimed from prepare_installation($1)', [
    newId(),
  ]);
  if (!found) throw new Error('The database has tenants but no tenant `default`: it was not made by Orchestrator.');
  return found;
}
