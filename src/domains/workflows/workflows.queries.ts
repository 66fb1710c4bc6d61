import { Injectable } from '@nestjs/common';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import type { VersionFacts } from './dto/workflow-answers.js';
import type { VersionListQuery } from './dto/workflow-queries.js';
import { Workflow } from './workflow.entity.js';

/** Lists of the versions of workflows. */
@Injectable()
export class WorkflowsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The saved versions of a workflow, newest first. @throws Problem 404 */
  versions(tenantId: string, workflowId: string, query: VersionListQuery): Promise<Page<VersionFacts>> {
    return this.work.inTenant(tenantId, async (tx) => {
      if (!(await tx.existsBy(Workflow, { id: workflowId }))) throw Problem.notFound('workflow', workflowId);
      const rows: (Omit<VersionFacts, 'createdAt'> & { createdAt: Date })[] = await tx.query(
        `select v.version, v.created_at as "createdAt", v.created_by as "createdBy", v.label, v.kept, v.live_number as "liveNumber", v.autosaved_since is not null as autosaved,
           v.version = w.active_version as live,
           case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as author
         from workflow_versions v join workflows w on w.tenant_id = v.tenant_id and w.id = v.workflow_id
           left join users u on u.id = v.created_by
         where v.workflow_id = $1 and ($2::int is null or v.version < $2) and (v.label is not null or not $4)
         order by v.version desc limit $3`,
        [workflowId, keyOf(query)?.[0] ?? null, query.limit + 1, query.named],
      );
      const page = pageOf(rows, query, (row) => [row.version]);
      const items = page.items.map((row) => ({
        ...row,
        live: row.live === true,
        createdAt: row.createdAt.toISOString(),
      }));
      return { ...page, items };
    });
  }
}
