import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { byName } from '../../infrastructure/database/by-name.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import type { FolderBody } from './dto/folder-bodies.js';
import { Folder } from './folder.entity.js';

/** Folders of one tenant; more would be no order any more, and the list is not paged. */
const MAX_FOLDERS = 2_000;
/** Folders in folders. */
const MAX_DEPTH = 20;
const UNIQUE_VIOLATION = '23505';

/** Folders of workflows. */
@Injectable()
export class FoldersService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  /** All folders, by name. */
  list(tenantId: string): Promise<Folder[]> {
    return this.work.inTenant(tenantId, async (tx) => (await tx.find(Folder, { take: MAX_FOLDERS })).sort(byName));
  }

  create(caller: Principal, body: FolderBody): Promise<Folder> {
    return this.change(caller, 'folder.created', async (tx) => {
      if ((await tx.count(Folder)) >= MAX_FOLDERS) {
        throw Problem.invalid('folder.too_many', `A tenant has ${MAX_FOLDERS} folders at most.`);
      }
      await this.requireParent(tx, null, body.parentId);
      const folder = tx.create(Folder, {
        id: newId(),
        tenantId: caller.tenantId,
        parentId: body.parentId ?? null,
        name: body.name,
        createdAt: new Date(),
      });
      await tx.insert(Folder, folder);
      return folder;
    });
  }

  update(caller: Principal, id: string, body: FolderBody): Promise<Folder> {
    return this.change(caller, 'folder.changed', async (tx) => {
      const folder = await tx.findOneBy(Folder, { id });
      if (!folder) throw Problem.notFound('folder', id);
      folder.name = body.name;
      if (body.parentId !== undefined) {
        await this.requireParent(tx, id, body.parentId);
        folder.parentId = body.parentId;
      }
      return tx.save(Folder, folder);
    });
  }

  /** Deletes a folder and those in it; their workflows move to the top. */
  async delete(caller: Principal, id: string): Promise<void> {
    await this.change(caller, 'folder.deleted', async (tx) => {
      const folder = await tx.findOneBy(Folder, { id });
      if (!folder) throw Problem.notFound('folder', id);
      await tx.delete(Folder, { id });
      return folder;
    });
  }

  private async change(
    caller: Principal,
    action: string,
    work: (tx: EntityManager) => Promise<Folder>,
  ): Promise<Folder> {
    try {
      return await this.work.inTenant(caller.tenantId, async (tx) => {
        const folder = await work(tx);
        await this.audit.record(tx, caller.tenantId, caller, {
          action,
          target: { type: 'folder', id: folder.id },
          after: { name: folder.name },
        });
        return folder;
      });
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION) {
        throw Problem.conflict('folder.name_taken', 'There is a folder of this name in the same place already.');
      }
      throw error;
    }
  }

  /** The parent is there, not too deep, and not the folder itself or one in it. */
  private async requireParent(
    tx: EntityManager,
    id: string | null,
    parentId: string | null | undefined,
  ): Promise<void> {
    let next = parentId ?? null;
    for (let depth = 1; next !== null; depth++) {
      if (next === id) throw Problem.invalid('folder.cycle', "A folder can't be moved into itself.");
      if (depth > MAX_DEPTH)
        throw Problem.invalid('folder.too_deep', `Folders lie in each other ${MAX_DEPTH} deep at most.`);
      const parent: Folder | null = await tx.findOneBy(Folder, { id: next });
      if (!parent) throw Problem.notFound('folder', next);
      next = parent.parentId;
    }
  }
}
