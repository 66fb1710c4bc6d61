import { Injectable } from '@nestjs/common';
import type { ImportReport } from '@orchestrator/n8n';
import { FORMAT_VERSION, type WorkflowDocument } from '@orchestrator/workflow';
import type { EntityManager } from 'typeorm';
import type { Principal } from '../../http/principal.js';
import { Problem } from '../../http/problem.js';
import { DomainEvents } from '../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { AuditService } from '../audit/audit.service.js';
import { type ActivationFacts, Activations } from './activations.js';
import { Arrivals } from './arrivals.js';
import { DocumentRoom } from './document-room.service.js';
import { DocumentRules } from './document-rules.js';
import { TAG_LIMIT, TAGS_LIMIT } from './dto/folder-bodies.js';
import type { WorkflowFacts } from './dto/workflow-answers.js';
import { type WorkflowChange, WorkflowChanges } from './together/workflow-changes.events.js';
import { numberLive, VersionHistory } from './version-history.service.js';
import { Workflow, WorkflowVersion } from './workflow.entity.js';
import { find, findVersion, requireFolder } from './workflow-rows.js';
import { factsOf, viewOf, type WorkflowView } from './workflow-view.js';

/** Who acts: a caller of the API, or the system itself for a tenant. */
type Caller = Principal | { tenantId: string };
/** Where a new workflow goes, and the id of the one that it is a copy of. */
interface Origin {
  folderId?: string | null;
  copyOf?: string;
}
/** What of a workflow can be changed without a new version: its tags outright, or by what they are. */
interface Place {
  folderId?: string | null;
  tags?: string[] | ((before: readonly string[]) => string[]);
}
const actorOf = (caller: Caller) => ('userId' in caller ? caller : undefined);

/** Workflows: saved as versions, of which one may be live. */
@Injectable()
export class WorkflowsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly audit: AuditService,
    private readonly activations: Activations,
    private readonly arrivals: Arrivals,
    private readonly rules: DocumentRules,
    private readonly history: VersionHistory,
    private readonly changes: WorkflowChanges,
    private readonly room: DocumentRoom,
  ) {}

  /**
   * Saves a new workflow.
   * @throws Problem 422 `workflow.invalid`, 404 `folder.not_found`
   */
  async create(caller: Caller, body: unknown, origin: Origin = {}): Promise<WorkflowView> {
    const document = await this.rules.readable(caller.tenantId, body);
    return this.work.inTenant(caller.tenantId, (tx) => this.insert(tx, caller, document, origin));
  }

  /**
   * Saves an n8n or native document as a new workflow, with a report of what could not be carried over.
   * @throws Problem 422 `workflow.import_failed` when it is neither
   */
  async import(
    caller: Caller,
    body: unknown,
    origin: Origin = {},
  ): Promise<{ workflow: WorkflowView; report: ImportReport }> {
    const read = await this.read(caller.tenantId, body);
    const document = await this.rules.readable(caller.tenantId, read.document);
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const arrived = await this.arrivals.imported(tx, document);
      const workflow = await this.insert(tx, caller, arrived.document, origin);
      return { workflow, report: { ...read.report, warnings: [...read.report.warnings, ...arrived.warnings] } };
    });
  }

  /**
   * Saves a copy of a workflow's newest version as a workflow of its own, which is called at addresses of its own.
   * @throws Problem 404
   */
  async copy(caller: Caller, original: WorkflowView, name: string, folderId: string | null): Promise<WorkflowView> {
    const document = await this.rules.readable(caller.tenantId, { ...original, name });
    const origin = { folderId, copyOf: original.id };
    return this.work.inTenant(caller.tenantId, (tx) => this.insert(tx, caller, this.arrivals.copied(document), origin));
  }

  /**
   * Reads an n8n or native document without saving it, for whoever puts it into another workflow.
   * @throws Problem 422 `workflow.import_failed` when it is neither
   */
  async translate(tenantId: string, body: unknown): Promise<{ document: WorkflowDocument; report: ImportReport }> {
    const { document, report, isChecked } = await this.read(tenantId, body);
    return { document: isChecked ? this.arrivals.copied(document) : document, report };
  }

  /** A native document comes back as it is, and has not been checked. */
  private async read(tenantId: string, body: unknown) {
    const read = await this.rules.read(tenantId, body);
    const { workflow } = read;
    const report: ImportReport =
      read.format === 'n8n' ? read.report : { nodes: workflow.nodes.length, unsupported: [], warnings: [] };
    return { document: workflow, report, isChecked: read.format === 'n8n' };
  }

  /** @param version the newest when left out */
  get(tenantId: string, id: string, version?: number): Promise<WorkflowView> {
    return this.work.inTenant(tenantId, async (tx) => {
      const row = await find(tx, id);
      return viewOf(row, await findVersion(tx, row, version ?? row.version));
    });
  }

  /**
   * Saves a new version as the draft; what is live stays as it is.
   * @param autosave nobody asked for this save: a row of such saves becomes one version
   * @throws Problem 409 `workflow.stale`, with the current version, when somebody saved in between
   */
  async save(caller: Caller, id: string, body: unknown, autosave = false): Promise<WorkflowView> {
    const base = body !== null && typeof body === 'object' && 'version' in body ? body.version : undefined;
    if (!Number.isInteger(base)) {
      throw Problem.invalid('workflow.version_missing', 'Send the version that the change is based on.', [
        { field: 'version', message: 'has to be the version that was read' },
      ]);
    }
    const document = await this.rules.readable(caller.tenantId, body);
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id, true);
      if (row.version !== base) {
        throw Problem.conflict(
          'workflow.stale',
          `Somebody saved version ${row.version} in between; this change is based on version ${base}.`,
          {
            version: row.version,
          },
        );
      }
      const userId = actorOf(caller)?.userId ?? null;
      const since = autosave ? await this.history.makeRoom(tx, id, row.version, userId) : undefined;
      row.version += 1;
      row.name = nameOf(document);
      if (document.tags) row.tags = tagsOf(document);
      const saved = await this.insertVersion(tx, caller, row, document, autosave ? (since ?? new Date()) : null);
      await this.touch(tx, caller, row);
      await this.tell(tx, caller, id, {
        type: 'saved',
        version: row.version,
        activeVersion: row.activeVersion,
        liveNumber: row.liveNumber,
      });
      // A row of automatic saves is one change, which its first save told.
      if (!since) {
        await this.audit.record(tx, caller.tenantId, actorOf(caller), {
          action: 'workflow.saved',
          target: { type: 'workflow', id },
          after: { version: row.version },
        });
      }
      return viewOf(row, saved);
    });
  }

  /**
   * Moves a workflow or changes its tags; no new version.
   * @throws Problem 404 `folder.not_found`, 422 `workflow.too_many_tags`
   */
  place(caller: Caller, id: string, { folderId, tags }: Place): Promise<WorkflowFacts> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id, true);
      await requireFolder(tx, folderId);
      const next = typeof tags === 'function' ? tags(row.tags) : tags;
      if (folderId !== undefined) row.folderId = folderId;
      if (next) row.tags = [...new Set(next)];
      if (row.tags.length > TAGS_LIMIT) {
        throw Problem.invalid('workflow.too_many_tags', `'${row.name}' would have more than ${TAGS_LIMIT} tags.`);
      }
      await this.touch(tx, caller, row);
      await this.tell(tx, caller, id, { type: 'moved', folderId: row.folderId });
      await this.audit.record(tx, caller.tenantId, actorOf(caller), {
        action: 'workflow.moved',
        target: { type: 'workflow', id },
        after: { folderId, tags: next && row.tags },
      });
      return factsOf(row);
    });
  }

  /** Deletes a workflow with its versions; what is live of it is taken back first. Its executions stay until their keep. */
  delete(caller: Caller, id: string): Promise<void> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id, true);
      if (row.activeVersion !== null) await this.activations.deactivate(tx, caller.tenantId, id);
      await tx.delete(Workflow, { id });
      await this.tell(tx, caller, id, { type: 'deleted' });
      await this.audit.record(tx, caller.tenantId, actorOf(caller), {
        action: 'workflow.deleted',
        target: { type: 'workflow', id },
        after: { name: row.name },
      });
      await this.events.emit(tx, { type: 'workflow.deleted', tenantId: caller.tenantId, payload: { workflowId: id } });
    });
  }

  /**
   * Makes a version live. From the moment this resolves triggers start it, on every instance. The answer tells besides
   * where it is called (`webhooks`) and what else those who listen have to say.
   * @throws Problem 422 `workflow.not_ready` naming every fault that stands in the way
   */
  async activate(caller: Caller, id: string, version?: number): Promise<WorkflowFacts & ActivationFacts> {
    // A version never changes, and the check may have to wait for its turn: no transaction waits with it.
    const saved = await this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id);
      return findVersion(tx, row, version ?? row.version);
    });
    await this.rules.ready(caller.tenantId, saved.document);
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id, true);
      if (row.activeVersion !== null) await this.activations.deactivate(tx, caller.tenantId, id);
      row.activeVersion = saved.version;
      row.liveNumber = await numberLive(tx, id, saved.version);
      const told = await this.activations.activate(tx, {
        tenantId: caller.tenantId,
        workflowId: id,
        version: saved.version,
        document: saved.document,
      });
      await this.touch(tx, caller, row);
      await this.tell(tx, caller, id, {
        type: 'activated',
        version: saved.version,
        liveNumber: row.liveNumber,
      });
      await this.audit.record(tx, caller.tenantId, actorOf(caller), {
        action: 'workflow.activated',
        target: { type: 'workflow', id },
        after: { version: saved.version, liveNumber: row.liveNumber },
      });
      await this.events.emit(tx, {
        type: 'workflow.activated',
        tenantId: caller.tenantId,
        payload: { workflowId: id, version: saved.version },
      });
      return { ...factsOf(row), ...told };
    });
  }

  /** Takes what is live back. From the moment this resolves nothing starts it any more, on any instance. */
  deactivate(caller: Caller, id: string): Promise<WorkflowFacts> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      const row = await find(tx, id, true);
      if (row.activeVersion === null) return factsOf(row);
      row.activeVersion = null;
      row.liveNumber = null;
      await this.activations.deactivate(tx, caller.tenantId, id);
      await this.touch(tx, caller, row);
      await this.tell(tx, caller, id, { type: 'deactivated' });
      await this.audit.record(tx, caller.tenantId, actorOf(caller), {
        action: 'workflow.deactivated',
        target: { type: 'workflow', id },
      });
      await this.events.emit(tx, {
        type: 'workflow.deactivated',
        tenantId: caller.tenantId,
        payload: { workflowId: id },
      });
      return factsOf(row);
    });
  }

  private async insert(
    tx: EntityManager,
    caller: Caller,
    document: WorkflowDocument,
    { folderId = null, copyOf }: Origin,
  ): Promise<WorkflowView> {
    await requireFolder(tx, folderId);
    const userId = actorOf(caller)?.userId ?? null;
    const row = tx.create(Workflow, {
      id: newId(),
      tenantId: caller.tenantId,
      folderId,
      name: nameOf(document),
      tags: tagsOf(document),
      version: 1,
      activeVersion: null,
      liveNumber: null,
      createdAt: new Date(),
      updatedAt: new Date(),
      createdBy: userId,
      updatedBy: userId,
    });
    await tx.insert(Workflow, row);
    const saved = await this.insertVersion(tx, caller, row, document);
    await this.audit.record(tx, caller.tenantId, actorOf(caller), {
      action: 'workflow.created',
      target: { type: 'workflow', id: row.id },
      after: { name: row.name, copyOf },
    });
    return viewOf(row, saved);
  }

  private async insertVersion(
    tx: EntityManager,
    caller: Caller,
    row: Workflow,
    document: WorkflowDocument,
    autosavedSince: Date | null = null,
  ): Promise<WorkflowVersion> {
    const saved = tx.create(WorkflowVersion, {
      tenantId: caller.tenantId,
      workflowId: row.id,
      version: row.version,
      document: { ...document, formatVersion: FORMAT_VERSION },
      createdAt: new Date(),
      createdBy: actorOf(caller)?.userId ?? null,
      triggers: this.rules.triggersOf(document),
      nodeCount: document.nodes.length,
      label: null,
      autosavedSince,
      kept: false,
      liveNumber: null,
    });
    await tx.insert(WorkflowVersion, saved as never);
    await this.room.afterVersion(tx, caller.tenantId, row.id, row.version);
    return saved;
  }

  private tell(tx: EntityManager, caller: Caller, id: string, change: WorkflowChange): Promise<void> {
    return this.changes.tell(tx, caller.tenantId, id, actorOf(caller), change);
  }

  private async touch(tx: EntityManager, caller: Caller, row: Workflow): Promise<void> {
    row.updatedAt = new Date();
    row.updatedBy = actorOf(caller)?.userId ?? null;
    await tx.save(Workflow, row);
  }
}

/** Characters of a workflow's name; n8n has 128. Lists show it, those of executions once for each run. */
const NAME_LIMIT = 1_000;

/** @throws Problem 422 `workflow.name_too_long` */
function nameOf({ name }: WorkflowDocument): string {
  if (name.length <= NAME_LIMIT) return name;
  throw Problem.invalid('workflow.name_too_long', `The name has more than ${NAME_LIMIT} characters.`);
}

/**
 * Lists show the tags of each workflow.
 * @throws Problem 422 `workflow.too_many_tags` when there are too many, or one is too long
 */
function tagsOf({ name, tags = [] }: WorkflowDocument): string[] {
  const own = [...new Set(tags)];
  if (own.length <= TAGS_LIMIT && own.every((tag) => tag.length <= TAG_LIMIT)) return own;
  const detail = `'${name}' would have more than ${TAGS_LIMIT} tags, or one of more than ${TAG_LIMIT} characters.`;
  throw Problem.invalid('workflow.too_many_tags', detail);
}
