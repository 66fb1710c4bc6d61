import type { EntityManager } from 'typeorm';
import { keyOf, type Page, type PageQuery, pageOf } from '../../http/page.js';
import type { UsingWorkflow } from './dto/credential-answers.js';

/**
 * How many workflows of the tenant name each credential, in their newest version or in the one that is live.
 * @returns counts by credential id; those that nothing uses are left out
 */
export async function usageOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; count: number }[] = await tx.query(
    `select named.id #>> '{}' as id, count(distinct w.id)::int as count
       from workflows w
       join workflow_versions v
         on v.tenant_id = w.tenant_id and v.workflow_id = w.id and v.version in (w.version, w.active_version)
      cross join lateral jsonb_path_query(v.document::jsonb, '$.nodes[*].credentials.*.id') as named(id)
      where named.id #>> '{}' = any($1::text[])
      group by 1`,
    [ids],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The workflows of the tenant that name a credential, in their newest version or in the one that is live; newest first. */
export async function usesOf(tx: EntityManager, id: string, query: PageQuery): Promise<Page<UsingWorkflow>> {
  const rows: UsingWorkflow[] = await tx.query(
    `select w.id, w.name, w.active_version is not null as active
       from workflows w
      where ($2::uuid is null or w.id < $2)
        and exists (
          select 1
            from workflow_versions v
           cross join lateral jsonb_path_query(v.document::jsonb, '$.nodes[*].credentials.*.id') as named(id)
           where v.tenant_id = w.tenant_id and v.workflow_id = w.id and v.version in (w.version, w.active_version)
             and named.id #>> '{}' = $1)
      order by w.id desc limit $3`,
    [id, keyOf(query)?.[0] ?? null, query.limit + 1],
  );
  return pageOf(rows, query, (row) => [row.id]);
}
