import type { EntityManager } from 'typeorm';
import { Problem } from '../../http/problem.js';
import { Folder } from './folder.entity.js';
import { Workflow, WorkflowVersion } from './workflow.entity.js';

/** @throws Problem 404 when there is no such folder */
export async function requireFolder(tx: EntityManager, id: string | null | undefined): Promise<void> {
  if (id && !(await tx.existsBy(Folder, { id }))) throw Problem.notFound('folder', id);
}

/** @throws Problem 404 when the tenant has no such workflow */
export async function find(tx: EntityManager, id: string, forUpdate = false): Promise<Workflow> {
  const row = await tx.findOne(Workflow, {
    where: { id },
    ...(forUpdate ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
  if (!row) throw Problem.notFound('workflow', id);
  return row;
}

/** @throws Problem 404 when it has no such version */
export async function findVersion(tx: EntityManager, row: Workflow, version: number): Promise<WorkflowVersion> {
  const saved = await tx.findOne(WorkflowVersion, { where: { workflowId: row.id, version } });
  if (!saved)
    throw new Problem(
      404,
      'workflow.version_not_found',
      `'${row.name}' has no version ${version}; its newest is ${row.version}.`,
    );
  return saved;
}
