import { Injectable } from '@nestjs/common';
import { type CredentialDefinition, NodeFault } from '@orchestrator/node-sdk';
import { type CredentialSource, type HeldCredential, NodeRegistry } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { isUuid, newId } from '../../infrastructure/database/uuid.js';
import { AuditService, type Change } from '../audit/audit.service.js';
import { given, reachesFurther, requireRight, secretsNotGiven } from './allowed-hosts.js';
import { Credential } from './credential.entity.js';
import { requireGood } from './credential-fields.js';
import { CredentialProofs } from './credential-proofs.service.js';
import { CredentialSeal } from './credential-seal.service.js';
import { usageOf, usesOf } from './credential-usage.js';
import { CredentialUses } from './credential-uses.service.js';
import type { CredentialView, UsingWorkflow } from './dto/credential-answers.js';
import type { CredentialBody, CredentialListQuery, NewCredentialBody } from './dto/credential-bodies.js';

/** Credentials: encrypted, each bound to its tenant and id, read by the nodes that name them. */
@Injectable()
export class CredentialsService implements CredentialSource {
  constructor(
    private readonly work: UnitOfWork,
    private readonly seal: CredentialSeal,
    private readonly registry: NodeRegistry,
    private readonly audit: AuditService,
    private readonly usage: CredentialUses,
    private readonly proofs: CredentialProofs,
  ) {}

  list(tenantId: string, query: CredentialListQuery): Promise<Page<CredentialView>> {
    return this.work.inTenant(tenantId, async (tx) => {
      const rows = tx
        .createQueryBuilder(Credential, 'c')
        .orderBy('c.id', 'DESC')
        .take(query.limit + 1);
      const after = keyOf(query)?.[0];
      if (after) rows.andWhere('c.id < :after', { after });
      if (query.type) rows.andWhere('c.type = :type', { type: query.type });
      const q = query.q?.trim();
      if (q) {
        const types = this.typesCalled(q);
        rows.andWhere('(strpos(lower(c.name), lower(:q)) > 0 or c.type = any(:types))', { q, types });
      }
      const page = pageOf(await rows.getMany(), query, (row) => [row.id]);
      const used = await usageOf(
        tx,
        page.items.map(({ id }) => id),
      );
      return { ...page, items: page.items.map((row) => viewOf(row, used.get(row.id))) };
    });
  }

  get(tenantId: string, id: string): Promise<CredentialView> {
    return this.work.inTenant(tenantId, async (tx) => viewWithUsage(tx, await find(tx, id)));
  }

  /** The workflows that name it. */
  uses(tenantId: string, id: string, query: PageQuery): Promise<Page<UsingWorkflow>> {
    return this.work.inTenant(tenantId, async (tx) => usesOf(tx, (await find(tx, id)).id, query));
  }

  /** @throws Problem 422 naming every field that is missing or wrong */
  create(caller: Principal, body: NewCredentialBody): Promise<CredentialView> {
    const definition = this.definition(body.type);
    const { data, hosts = [] } = given(body, body.data);
    requireGood(definition, data);
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const id = newId();
      const now = new Date();
      const row = tx.create(Credential, {
        id,
        tenantId: caller.tenantId,
        name: body.name,
        type: body.type,
        ...this.seal.close(definition, caller.tenantId, id, data),
        allowedHosts: hosts.length > 0 ? hosts : [...(definition.hosts ?? [])],
        createdAt: now,
        updatedAt: now,
        updatedBy: caller.userId,
      });
      await tx.insert(Credential, row as never);
      await this.record(tx, caller, 'credential.created', row);
      return viewOf(row);
    });
  }

  /**
   * Changes the fields that are given; the others, secrets among them, stay as they are.
   * @throws Problem 422 when stored secrets would go where they could not before, and neither are they given anew nor is
   *   the caller an owner or admin who signed in
   */
  update(caller: Principal, id: string, body: CredentialBody): Promise<CredentialView> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await findToChange(tx, id);
      const definition = this.definition(row.type);
      const before = { name: row.name, allowedHosts: row.allowedHosts };
      if (body.name) row.name = body.name;
      const { data: changes, hosts = row.allowedHosts } = given(body, body.data ?? {});
      if (body.data || body.allowedHosts) {
        const stored = this.seal.open(row);
        const data = { ...stored, ...changes };
        requireGood(definition, data);
        const after = { allowedHosts: hosts, data };
        if (reachesFurther(definition, { allowedHosts: row.allowedHosts, data: stored }, after)) {
          requireRight(caller, definition, secretsNotGiven(definition, stored, changes));
        }
        row.allowedHosts = hosts;
        // What was shown is shown of the fields as they were.
        if (Object.keys(changes).length > 0) row.proof = null;
        Object.assign(row, this.seal.close(definition, caller.tenantId, id, data));
      }
      row.updatedAt = new Date();
      row.updatedBy = caller.userId;
      await tx.save(Credential, row);
      await this.record(tx, caller, 'credential.changed', row, before);
      return viewWithUsage(tx, row);
    });
  }

  delete(caller: Principal, id: string): Promise<void> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id);
      await tx.delete(Credential, { id });
      await this.record(tx, caller, 'credential.deleted', row);
    });
  }

  /**
   * The whole of a credential, for a node that runs. Never for an answer of the API.
   * @throws NodeFault in words for the person whose workflow it is
   */
  async read(tenantId: string, type: string, id: string, workflowId: string): Promise<HeldCredential> {
    const row = isUuid(id) ? await this.work.inTenant(tenantId, (tx) => tx.findOneBy(Credential, { id })) : null;
    if (!row) throw gone();
    if (row.type !== type) {
      throw new NodeFault(
        `'${row.name}' is a credential of another type (${row.type}) than this node needs (${type})`,
        {
          code: 'credential.wrong_type',
          retryable: false,
        },
      );
    }
    this.usage.tell({ tenantId, credentialId: id, workflowId });
    return {
      name: row.name,
      data: this.seal.open(row),
      allowedHosts: row.allowedHosts,
      answered: (answer) => this.proofs.tell({ tenantId, id, updatedAt: row.updatedAt }, answer),
    };
  }

  /** The database decides who was first: the others wait for its row, and then find it settled. */
  claimHost(
    tenantId: string,
    id: string,
    host: string,
    by?: { executionId: string; node: string },
  ): Promise<readonly string[]> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [claimed] = (await tx.query(
        `update credentials set allowed_hosts = array[$2] where id = $1 and allowed_hosts = '{}' returning id`,
        [id, host],
      )) as [unknown[], number];
      const row = await tx.findOneBy(Credential, { id });
      if (!row) throw gone();
      if (claimed.length > 0) {
        await this.audit.record(tx, tenantId, undefined, {
          action: 'credential.host_settled',
          target: { type: 'credential', id },
          after: { name: row.name, type: row.type, allowedHosts: row.allowedHosts, ...by },
        });
      }
      return row.allowedHosts;
    });
  }

  /** The types with this in what they are called, in any language. */
  private typesCalled(text: string): string[] {
    const wanted = text.toLowerCase();
    return this.registry
      .allCredentials()
      .filter(({ type, label, translations = {} }) => {
        const elsewhere = Object.values(translations).map(({ texts }) => texts[label] ?? '');
        return [label, type, ...elsewhere].some((name) => name.toLowerCase().includes(wanted));
      })
      .map(({ type }) => type);
  }

  /** @throws Problem 422 naming the types that there are */
  definition(type: string): CredentialDefinition {
    const definition = this.registry.credential(type);
    if (definition) return definition;
    const known = this.registry.allCredentials().map((each) => each.type);
    throw Problem.invalid(
      'credential.unknown_type',
      `There is no type of credential '${type}'. There are: ${known.join(', ')}.`,
    );
  }

  private record(tx: EntityManager, caller: Principal, action: string, row: Credential, before?: Change['before']) {
    return this.audit.record(tx, caller.tenantId, caller, {
      action,
      target: { type: 'credential', id: row.id },
      before,
      after: { name: row.name, type: row.type, allowedHosts: row.allowedHosts },
    });
  }
}

function gone(): NodeFault {
  return new NodeFault('The credential that this node names is not there any more: pick another in its settings', {
    code: 'credential.not_found',
    retryable: false,
  });
}

async function find(tx: EntityManager, id: string): Promise<Credential> {
  const row = await tx.findOneBy(Credential, { id });
  if (!row) throw Problem.notFound('credential', id);
  return row;
}

/** The same, held against others who change it, or settle where it may go, at the same time. */
async function findToChange(tx: EntityManager, id: string): Promise<Credential> {
  const row = await tx.findOne(Credential, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!row) throw Problem.notFound('credential', id);
  return row;
}

async function viewWithUsage(tx: EntityManager, row: Credential): Promise<CredentialView> {
  return viewOf(row, (await usageOf(tx, [row.id])).get(row.id));
}

function viewOf(row: Credential, usedBy = 0): CredentialView {
  const { id, name, type, shown, allowedHosts, proof = null } = row;
  return {
    id,
    name,
    type,
    data: shown,
    allowedHosts,
    usedBy,
    proof,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
