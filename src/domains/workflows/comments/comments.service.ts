import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { isAtLeast } from '../../../http/permissions.js';
import type { Principal } from '../../../http/principal.js';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { AuditService } from '../../audit/audit.service.js';
import { DocumentRoom } from '../document-room.service.js';
import { WorkflowChanges } from '../together/workflow-changes.events.js';
import { Workflow } from '../workflow.entity.js';
import { WorkflowComment } from './comment.entity.js';
import { threadOf } from './comments.queries.js';
import type { CommentThread } from './dto/comment-answers.js';
import type { NewComment } from './dto/comment-bodies.js';

/** Threads of a workflow: more than anybody reads, and a bound for what one workflow can hold. */
const MOST_THREADS = 500;
/** Replies in one thread, which is read as a whole. */
const MOST_REPLIES = 50;

/** What people say about a workflow. Everybody who may read it may speak; what they said is theirs. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly changes: WorkflowChanges,
    private readonly room: DocumentRoom,
  ) {}

  /**
   * Begins a thread, or replies in one. @returns the thread
   * @throws Problem 404 for the workflow or the thread, 409 when there is no room left
   */
  add(caller: Principal, workflowId: string, body: NewComment): Promise<CommentThread> {
    return this.change(caller, workflowId, async (tx) => {
      await this.room.requireRoom(tx, caller.tenantId);
      if (body.parentId) await this.requireRoom(tx, await find(tx, workflowId, body.parentId, true), body);
      else if ((await tx.countBy(WorkflowComment, { workflowId, parentId: IsNull() })) >= MOST_THREADS) {
        throw Problem.conflict('comment.too_many', `A workflow has room for ${MOST_THREADS} threads. Delete old ones.`);
      }
      const comment = tx.create(WorkflowComment, {
        id: newId(),
        tenantId: caller.tenantId,
        workflowId,
        parentId: body.parentId ?? null,
        nodeId: body.nodeId ?? null,
        authorId: caller.userId,
        text: body.text,
        createdAt: new Date(),
        editedAt: null,
        deletedAt: null,
        resolvedAt: null,
        resolvedBy: null,
      });
      await tx.insert(WorkflowComment, comment);
      await this.record(tx, caller, workflowId, 'comment.created', comment);
      return threadOf(tx, comment.parentId ?? comment.id);
    });
  }

  /** Gives one's own comment another text. @throws Problem 403 for another's */
  edit(caller: Principal, workflowId: string, id: string, text: string): Promise<CommentThread> {
    return this.change(caller, workflowId, async (tx) => {
      const comment = await find(tx, workflowId, id);
      if (comment.authorId !== caller.userId) {
        throw Problem.forbidden('comment.not_yours', 'Only who wrote a comment can change it.');
      }
      if (text.length > comment.text.length) await this.room.requireRoom(tx, caller.tenantId);
      await tx.update(WorkflowComment, { id }, { text, editedAt: new Date() });
      await this.record(tx, caller, workflowId, 'comment.edited', comment);
      return threadOf(tx, comment.parentId ?? id);
    });
  }

  /** Deletes one's own comment, or any as an admin. Replies of others stay. @throws Problem 403 for another's */
  delete(caller: Principal, workflowId: string, id: string): Promise<void> {
    return this.change(caller, workflowId, async (tx) => {
      const comment = await find(tx, workflowId, id);
      if (comment.authorId !== caller.userId && !isAtLeast(caller.role, 'admin')) {
        throw Problem.forbidden('comment.not_yours', 'Only who wrote a comment, or an admin, can delete it.');
      }
      if (await tx.existsBy(WorkflowComment, { parentId: id })) {
        await tx.update(WorkflowComment, { id }, { text: '', deletedAt: new Date() });
      } else {
        await tx.delete(WorkflowComment, { id });
        if (comment.parentId) await this.dropEmpty(tx, comment.parentId);
      }
      await this.record(tx, caller, workflowId, 'comment.deleted', comment);
    });
  }

  /** Marks a thread as settled, or takes that back. @throws Problem 422 for a reply */
  settle(caller: Principal, workflowId: string, id: string, resolved: boolean): Promise<CommentThread> {
    return this.change(caller, workflowId, async (tx) => {
      const thread = await find(tx, workflowId, id, true);
      if (thread.parentId) {
        throw Problem.invalid('comment.not_a_thread', 'A thread is resolved as a whole, by its first comment.');
      }
      if ((thread.resolvedAt !== null) !== resolved) {
        const by = resolved ? caller.userId : null;
        await tx.update(WorkflowComment, { id }, { resolvedAt: resolved ? new Date() : null, resolvedBy: by });
        await this.record(tx, caller, workflowId, resolved ? 'comment.resolved' : 'comment.reopened', thread);
      }
      return threadOf(tx, id);
    });
  }

  /** A change to the comments of a workflow: one at a time, so that bounds hold; told to those who have it open. */
  private change<T>(caller: Principal, workflowId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.work.inTenant(caller.tenantId, async (tx) => {
      if (!(await tx.existsBy(Workflow, { id: workflowId }))) throw Problem.notFound('workflow', workflowId);
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`comments ${workflowId}`]);
      const result = await work(tx);
      await this.changes.tell(tx, caller.tenantId, workflowId, caller, { type: 'comments' });
      return result;
    });
  }

  private async requireRoom(tx: EntityManager, thread: WorkflowComment, { nodeId }: NewComment): Promise<void> {
    if (thread.parentId || nodeId !== undefined) {
      throw Problem.invalid('comment.not_a_thread', 'Reply to the first comment of a thread, whose node it is about.');
    }
    if ((await tx.countBy(WorkflowComment, { parentId: thread.id })) >= MOST_REPLIES) {
      throw Problem.conflict('comment.too_many', `A thread has room for ${MOST_REPLIES} replies. Begin another.`);
    }
  }

  /** Removes a deleted first comment that had stayed for the replies, when the last of them is gone. */
  private async dropEmpty(tx: EntityManager, threadId: string): Promise<void> {
    await tx.query(
      `delete from comments c where c.id = $1 and c.deleted_at is not null
         and not exists (select from comments r where r.tenant_id = c.tenant_id and r.parent_id = c.id)`,
      [threadId],
    );
  }

  private record(
    tx: EntityManager,
    caller: Principal,
    workflowId: string,
    action: string,
    comment: Pick<WorkflowComment, 'id' | 'nodeId'>,
  ): Promise<void> {
    return this.audit.record(tx, caller.tenantId, caller, {
      action,
      target: { type: 'workflow', id: workflowId },
      after: { commentId: comment.id, ...(comment.nodeId ? { nodeId: comment.nodeId } : {}) },
    });
  }
}

/** @param gone whether one that was deleted, and stays for its replies, is found too */
async function find(tx: EntityManager, workflowId: string, id: string, gone = false): Promise<WorkflowComment> {
  const comment = await tx.findOneBy(WorkflowComment, { id, workflowId });
  if (!comment || (comment.deletedAt && !gone)) throw Problem.notFound('comment', id);
  return comment;
}
