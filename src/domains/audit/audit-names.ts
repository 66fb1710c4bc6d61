import type { EntityManager } from 'typeorm';
import { isUuid } from '../../infrastructure/database/uuid.js';

/** What an id stands for: its name, and whether it is still there. */
export interface Named {
  name: string;
  isThere: boolean;
}

/** What is there by one of these ids, whatever it is: ids are of one thing alone. Row-level security keeps to the tenant. */
const THERE = `
  select id::text, name from workflows where tenant_id = $1 and id = any($2::uuid[])
  union all select id::text, name from folders where tenant_id = $1 and id = any($2::uuid[])
  union all select id::text, name from credentials where tenant_id = $1 and id = any($2::uuid[])
  union all select id::text, name from api_keys where tenant_id = $1 and id = any($2::uuid[])
  union all select id::text, name from users where id = any($2::uuid[])
  union all select id::text, name from tenants where id = $1 and id = any($2::uuid[])
  union all select i.id::text, i.email from invitations i where i.tenant_id = $1 and i.id = any($2::uuid[]) and i.email is not null
  union all select s.id::text, w.name from schedules s join workflows w on w.tenant_id = s.tenant_id and w.id = s.workflow_id
    where s.tenant_id = $1 and s.id = any($2::uuid[])
  union all select e.id::text, w.name from executions e join workflows w on w.tenant_id = e.tenant_id and w.id = e.workflow_id
    where e.tenant_id = $1 and e.id = any($2::uuid[])`;

/** What the newest entry that names it calls what is not there any more. */
const GONE = `
  select distinct on (target_id) target_id as id, coalesce(after->>'name', before->>'name') as name from audit
  where tenant_id = $1 and target_id = any($2::text[]) and coalesce(after->>'name', before->>'name') is not null
  order by target_id, id desc`;

/** The names of what these ids stand for within a tenant; ids that stand for nothing known are left out. */
export async function namesOf(tx: EntityManager, tenantId: string, ids: Iterable<string>): Promise<Map<string, Named>> {
  const all = [...new Set(ids)].filter(isUuid);
  const names = new Map<string, Named>();
  if (all.length === 0) return names;
  const there: { id: string; name: string }[] = await tx.query(THERE, [tenantId, all]);
  for (const { id, name } of there) names.set(id, { name, isThere: true });
  const left = all.filter((id) => !names.has(id));
  if (left.length === 0) return names;
  const gone: { id: string; name: string }[] = await tx.query(GONE, [tenantId, left]);
  for (const { id, name } of gone) names.set(id, { name, isThere: false });
  return names;
}

/** Members of what was and is that are ids of something else. */
const MENTIONS = ['folderId', 'workflowId', 'copyOf', 'linkOf', 'parentId'];

/** The ids that a state mentions. */
export function mentionedIn(state: unknown): string[] {
  if (typeof state !== 'object' || state === null) return [];
  const all = state as Record<string, unknown>;
  return MENTIONS.flatMap((name) => (typeof all[name] === 'string' ? [all[name]] : []));
}
