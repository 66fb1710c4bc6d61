import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { isAtLeast } from '../../http/permissions.js';
import { may, type Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { byName } from '../../infrastructure/database/by-name.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { UsersService } from '../users/users.service.js';
import type { ViewAnswer } from './dto/view-answers.js';
import type { ViewBody, ViewChanges, ViewQuery } from './dto/view-bodies.js';
import { View } from './view.entity.js';

/** Views of one person in one tenant, over all lists; a menu of more is no help, and the list is not paged. */
export const MAX_VIEWS_OF_USER = 100;
/** Views that a tenant shares, for the same reason. */
const MAX_SHARED_VIEWS = 300;
const UNIQUE_VIOLATION = '23505';

/**
 * Saved views of lists. The database shows a transaction the caller's own views and the shared ones of the tenant, so
 * that nothing here can tell of others.
 */
@Injectable()
export class ViewsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly users: UsersService,
    private readonly audit: AuditService,
  ) {}

  /** The caller's own and the shared ones, by name. */
  async list(caller: Principal, { list }: ViewQuery): Promise<ViewAnswer[]> {
    return this.within(caller, async (tx) => {
      const views = await tx.find(View, {
        where: list ? { list } : {},
        take: MAX_VIEWS_OF_USER + MAX_SHARED_VIEWS,
      });
      return this.answers(tx, caller, views.sort(byName));
    });
  }

  /** @throws Problem when there are too many, the name is taken, or the caller may not share */
  async create(caller: Principal, { list, name, query, shared = false }: ViewBody): Promise<ViewAnswer> {
    if (shared) requireSharing(caller);
    return this.within(caller, async (tx) => {
      await this.requireRoom(tx, caller);
      if (shared) await this.requireSharedRoom(tx, caller);
      const now = new Date();
      const view = tx.create(View, {
        id: newId(),
        tenantId: caller.tenantId,
        userId: caller.userId,
        list,
        name,
        query,
        shared,
        createdAt: now,
        updatedAt: now,
      });
      await tx.insert(View, view);
      if (shared) await this.tell(tx, caller, 'view.shared', view);
      return this.answer(tx, caller, view);
    });
  }

  /** @throws Problem when it is somebody else's, the name is taken, or the caller may not share */
  async change(caller: Principal, id: string, changes: ViewChanges): Promise<ViewAnswer> {
    return this.within(caller, async (tx) => {
      const view = await this.reach(tx, caller, id);
      const shared = changes.shared ?? view.shared;
      if (shared) requireSharing(caller);
      if (!shared && view.userId !== caller.userId) {
        throw Problem.forbidden('view.not_yours', 'Only whoever made a view can take it back from the others.');
      }
      if (shared && !view.shared) await this.requireSharedRoom(tx, caller);
      const { name, query } = view;
      const next = { name: changes.name ?? name, query: changes.query ?? query, shared, updatedAt: new Date() };
      await tx.update(View, { id }, next);
      if (shared || view.shared) {
        await this.tell(
          tx,
          caller,
          shared ? (view.shared ? 'view.changed' : 'view.shared') : 'view.unshared',
          view,
          next,
        );
      }
      return this.answer(tx, caller, { ...view, ...next });
    });
  }

  /** @throws Problem when it is somebody else's */
  async delete(caller: Principal, id: string): Promise<void> {
    await this.within(caller, async (tx) => {
      const view = await this.reach(tx, caller, id);
      await tx.delete(View, { id });
      if (view.shared) await this.tell(tx, caller, 'view.deleted', view);
    });
  }

  /** What everybody's menus show is in the audit; what is one's own is nobody's business. */
  private tell(
    tx: EntityManager,
    caller: Principal,
    action: string,
    view: View,
    next?: Pick<View, 'name' | 'query'>,
  ): Promise<void> {
    const facts = ({ name, query }: Pick<View, 'name' | 'query'>) => ({ name, query });
    return this.audit.record(tx, caller.tenantId, caller, {
      action,
      target: { type: 'view', id: view.id },
      ...(next ? { before: facts(view), after: facts(next) } : { after: facts(view) }),
    });
  }

  /** A transaction that sees the caller's views; a name that is taken becomes a problem that says so. */
  private async within<T>(caller: Principal, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.work.inTenant(caller.tenantId, work, caller.userId);
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION) {
        throw Problem.conflict('view.name_taken', 'There is a view of this name for this list already.');
      }
      throw error;
    }
  }

  /** The view, if the caller may change it. */
  private async reach(tx: EntityManager, caller: Principal, id: string): Promise<View> {
    const view = await tx.findOneBy(View, { id });
    if (!view) throw Problem.notFound('view', id);
    if (!mayChange(caller, view)) {
      throw Problem.forbidden('view.not_yours', 'Only whoever made a view, or an admin, changes or deletes it.');
    }
    return view;
  }

  /** Room for one more of the caller's own; two that come at once wait for each other. */
  private async requireRoom(tx: EntityManager, { tenantId, userId }: Principal): Promise<void> {
    await tx.query('select from memberships where tenant_id = $1 and user_id = $2 for no key update', [
      tenantId,
      userId,
    ]);
    if ((await tx.countBy(View, { userId })) < MAX_VIEWS_OF_USER) return;
    throw Problem.invalid(
      'view.too_many',
      `A person has ${MAX_VIEWS_OF_USER} views at most. Delete one that nobody needs.`,
    );
  }

  private async requireSharedRoom(tx: EntityManager, { tenantId }: Principal): Promise<void> {
    await tx.query('select from tenants where id = $1 for no key update', [tenantId]);
    if ((await tx.countBy(View, { shared: true })) < MAX_SHARED_VIEWS) return;
    throw Problem.invalid(
      'view.too_many_shared',
      `A tenant shares ${MAX_SHARED_VIEWS} views at most. Delete one that nobody needs, or keep this one to yourself.`,
    );
  }

  private async answer(tx: EntityManager, caller: Principal, view: View): Promise<ViewAnswer> {
    return (await this.answers(tx, caller, [view]))[0] as ViewAnswer;
  }

  private async answers(tx: EntityManager, caller: Principal, views: readonly View[]): Promise<ViewAnswer[]> {
    const owners = [...new Set(views.flatMap(({ userId }) => userId ?? []))];
    const names = await this.users.namesOf(tx, owners);
    return views.map((view) => {
      const { id, list, name, query, shared, createdAt, updatedAt } = view;
      const ownerName = (view.userId && names.get(view.userId)) || null;
      const mine = view.userId === caller.userId;
      return {
        id,
        list,
        name,
        query,
        shared,
        mine,
        ownerName,
        mayChange: mayChange(caller, view),
        createdAt,
        updatedAt,
      };
    });
  }
}

function mayChange(caller: Principal, view: View): boolean {
  return view.userId === caller.userId || (view.shared && isAtLeast(caller.role, 'admin'));
}

/** Everybody's menus are as much the tenant's as its workflows: whoever changes those may put something there. */
function requireSharing(caller: Principal): void {
  if (may(caller, 'workflows.write')) return;
  throw Problem.forbidden(
    'view.sharing_forbidden',
    `The role ${caller.role} can't share views, or change shared ones. Keep the view to yourself, or ask an editor.`,
  );
}
