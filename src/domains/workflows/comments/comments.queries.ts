import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keyOf, type Page, pageOf } from '../../../http/page.js';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import type { Person } from '../../users/dto/user-answers.js';
import { Workflow } from '../workflow.entity.js';
import type { CommentCounts, CommentThread, CommentView } from './dto/comment-answers.js';
import type { CommentListQuery } from './dto/comment-bodies.js';

interface Row {
  id: string;
  parentId: string | null;
  nodeId: string | null;
  author: Person | null;
  text: string;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
  resolvedAt: Date | null;
  resolvedBy: Person | null;
}

const personOf = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;
const ROWS = `
  select c.id, c.parent_id as "parentId", c.node_id as "nodeId", ${personOf('a')} as author, c.text,
    c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at is not null as deleted,
    c.resolved_at as "resolvedAt", ${personOf('r')} as "resolvedBy"
  from comments c left join users a on a.id = c.author_id left join users r on r.id = c.resolved_by`;

/** Lists of comments. */
@Injectable()
export class CommentsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The threads of a workflow with their replies, newest thread first. @throws Problem 404 */
  list(tenantId: string, workflowId: string, query: CommentListQuery): Promise<Page<CommentThread>> {
    return this.work.inTenant(tenantId, async (tx) => {
      await requireWorkflow(tx, workflowId);
      const rows: Row[] = await tx.query(
        `${ROWS} where c.workflow_id = $1 and c.parent_id is null and ($2::uuid is null or c.id < $2)
           and ($3::boolean is null or (c.resolved_at is not null) = $3)
         order by c.id desc limit $4`,
        [workflowId, keyOf(query)?.[0] ?? null, query.resolved ?? null, query.limit + 1],
      );
      const page = pageOf(rows, query, (row) => [row.id]);
      return { ...page, items: await withReplies(tx, page.items) };
    });
  }

  /** How many threads of each node, and of the whole workflow, are not resolved. @throws Problem 404 */
  counts(tenantId: string, workflowId: string): Promise<CommentCounts> {
    return this.work.inTenant(tenantId, async (tx) => {
      await requireWorkflow(tx, workflowId);
      const items = await tx.query(
        `select node_id as "nodeId", count(*)::int as open from comments
         where workflow_id = $1 and parent_id is null and resolved_at is null group by node_id order by node_id`,
        [workflowId],
      );
      return { items };
    });
  }
}

/** A thread as the API shows it. */
export async function threadOf(tx: EntityManager, id: string): Promise<CommentThread> {
  const [thread] = await withReplies(tx, await tx.query(`${ROWS} where c.id = $1`, [id]));
  if (!thread) throw Problem.notFound('comment', id);
  return thread;
}

async function requireWorkflow(tx: EntityManager, id: string): Promise<void> {
  if (!(await tx.existsBy(Workflow, { id }))) throw Problem.notFound('workflow', id);
}

async function withReplies(tx: EntityManager, threads: readonly Row[]): Promise<CommentThread[]> {
  if (threads.length === 0) return [];
  const replies: Row[] = await tx.query(`${ROWS} where c.parent_id = any($1) order by c.id`, [
    threads.map(({ id }) => id),
  ]);
  const byThread = Map.groupBy(replies, ({ parentId }) => parentId);
  return threads.map((row) => ({
    ...viewOf(row),
    nodeId: row.nodeId,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
    replies: (byThread.get(row.id) ?? []).map(viewOf),
  }));
}

function viewOf({ id, author, text, createdAt, editedAt, deleted }: Row): CommentView {
  return {
    id,
    author,
    text,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    deleted,
  };
}
