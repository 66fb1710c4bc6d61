import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MemberRole } from '../../http/permissions.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { DomainEvents } from '../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { TenantOfUser } from './dto/tenant-answers.js';
import { Tenant } from './tenant.entity.js';

const UNIQUE_VIOLATION = '23505';
/** Said by the database when a tenant has given up too many slugs, all of which stay kept for it. */
const TOO_MANY_SLUGS = 'OR001';
const SLUG_LIMIT = 40;

/** A slug out of a name, with something random behind it, so that names of others can't be probed. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LIMIT)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'tenant'}-${randomBytes(3).toString('hex')}`;
}

@Injectable()
export class TenantsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly events: DomainEvents,
  ) {}

  /** Adds a tenant with its owner, in a transaction of that tenant. The owner's row may come later in it. */
  async create(tx: EntityManager, tenantId: string, name: string): Promise<Tenant> {
    await tx.insert(Tenant, { id: tenantId, name: name.trim(), slug: slugOf(name), timezone: 'UTC' });
    return tx.findOneByOrFail(Tenant, { id: tenantId });
  }

  /**
   * Makes a user a member, in a transaction of the tenant.
   * @throws Problem 409 when they are one
   */
  async join(tx: EntityManager, tenantId: string, userId: string, role: MemberRole): Promise<void> {
    const added = (await tx.query(
      'insert into memberships (tenant_id, user_id, role) values ($1, $2, $3) on conflict do nothing returning user_id',
      [tenantId, userId, role],
    )) as unknown[];
    if (added.length === 0) throw Problem.conflict('member.already', 'You belong to this tenant already.');
    await this.events.emit(tx, { type: 'member.joined', tenantId, payload: { userId, role } });
  }

  /** A further tenant of a user who has one already. */
  createFor(caller: Principal, name: string): Promise<TenantOfUser> {
    const tenantId = newId();
    return this.work.inTenant(tenantId, async (tx) => {
      const tenant = await this.create(tx, tenantId, name);
      await this.join(tx, tenantId, caller.userId, 'owner');
      await this.audit.record(tx, tenantId, caller, {
        action: 'tenant.created',
        target: { type: 'tenant', id: tenantId },
        after: { name: tenant.name, slug: tenant.slug },
      });
      return { ...tenant, role: 'owner' };
    });
  }

  /** The tenants that a user belongs to, the oldest membership first. */
  async ofUser(userId: string): Promise<TenantOfUser[]> {
    return this.work.beforeTenant((tx) =>
      tx.query('select id, slug, name, timezone, created_at as "createdAt", role from tenants_of_user($1)', [userId]),
    );
  }

  async get(tenantId: string): Promise<Tenant> {
    const tenant = await this.work.inTenant(tenantId, (tx) => tx.findOneBy(Tenant, { id: tenantId }));
    if (!tenant) throw Problem.notFound('tenant', tenantId);
    return tenant;
  }

  /**
   * A slug that is given up stays kept for the tenant for 30 days, because others still call its addresses.
   * @throws Problem 409 when the slug is not free, or too many have been given up lately
   */
  async change(caller: Principal, change: Partial<Pick<Tenant, 'name' | 'slug' | 'timezone'>>): Promise<Tenant> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    try {
      return await this.work.inTenant(caller.tenantId, async (tx) => {
        const before = await tx.findOneByOrFail(Tenant, { id: caller.tenantId });
        if (Object.keys(given).length === 0) return before;
        await tx.update(Tenant, { id: caller.tenantId }, given);
        const was = Object.fromEntries(Object.keys(given).map((key) => [key, before[key as keyof Tenant]]));
        await this.audit.record(tx, caller.tenantId, caller, {
          action: 'tenant.changed',
          target: { type: 'tenant', id: caller.tenantId },
          before: was,
          after: given,
        });
        await this.events.emit(tx, { type: 'tenant.changed', tenantId: caller.tenantId, payload: given });
        return tx.findOneByOrFail(Tenant, { id: caller.tenantId });
      });
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {};
      if (code === UNIQUE_VIOLATION)
        throw Problem.conflict('tenant.slug_taken', 'This slug is not free. Choose another.');
      if (code === TOO_MANY_SLUGS) {
        throw Problem.conflict(
          'tenant.too_many_slugs',
          'The slug has been changed 10 times within 30 days, and all former ones are kept for this tenant. Go back to one of them, or wait.',
        );
      }
      throw error;
    }
  }

  /** Removes the tenant and all that is in it. `slug` has to be given, so that it does not happen by a slip. */
  async remove(caller: Principal, slug: string): Promise<void> {
    await this.work.inTenant(caller.tenantId, async (tx) => {
      const tenant = await tx.findOneByOrFail(Tenant, { id: caller.tenantId });
      if (tenant.slug !== slug) {
        throw Problem.invalid('tenant.slug_mismatch', `Give the tenant's slug, ${tenant.slug}, to remove it.`);
      }
      // First, as whoever changes a workflow holds it and then asks for the tenant: else the two wait in a ring.
      await tx.query('select from workflows where tenant_id = $1 order by id for update', [tenant.id]);
      await this.events.emit(tx, { type: 'tenant.removed', tenantId: tenant.id, payload: { slug } });
      await tx.delete(Tenant, { id: tenant.id });
    });
  }
}
