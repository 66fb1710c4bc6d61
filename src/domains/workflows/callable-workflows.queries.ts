import { Injectable } from '@nestjs/common';
import { keyOf, type Page, pageOf } from '../../http/page.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { type CallableQuery, type CallableWorkflow, type CallKind, inputType } from './dto/callable-workflows.js';
import type { TriggerKind } from './trigger-kinds.js';
import { WORKFLOWS } from './workflow-filter.js';

/** The triggers by which a workflow is called; a run by another takes a manual one where there is no other. */
const TRIGGERS: Readonly<Record<CallKind, TriggerKind>> = { subworkflow: 'subworkflow', error: 'error' };
/** Fields of one trigger that are told of; more are no form any more. */
const MOST_INPUTS = 200;

interface Row {
  id: string;
  name: string;
  live: boolean;
  started: boolean;
  allowed: boolean;
  trigger: { accepts?: unknown; fields?: unknown } | null;
}

/** Which workflows another may call, and what they take. */
@Injectable()
export class CallableWorkflows {
  constructor(private readonly work: UnitOfWork) {}

  /** By name; those that can be called, or whichever are named. Of the live version of each, else of the newest. */
  list(tenantId: string, query: CallableQuery): Promise<Page<CallableWorkflow>> {
    const values: unknown[] = [];
    const is = (value: unknown) => `$${values.push(value)}`;
    const where = [`w.tenant_id = ${is(tenantId)}`];
    // Errors are handed to whoever is named: only calls of sub-workflows are limited by the settings.
    const callers = `(v.document -> 'settings' -> 'callers')::jsonb`;
    const allows = (by: string) =>
      `(${callers} is null or ${callers} = '"any"' or w.id::text = ${by} or (jsonb_typeof(${callers}) = 'array' and ${callers} ? ${by}))`;
    const allowed = query.kind === 'error' ? 'true' : allows(`${is(query.by ?? null)}::text`);
    const started = `${is(TRIGGERS[query.kind])} = any(v.triggers)`;
    if (query.ids) where.push(`w.id = any(${is(query.ids)}::uuid[])`);
    else where.push(started);
    if (query.q?.trim()) where.push(`strpos(lower(w.name), lower(${is(query.q.trim())})) > 0`);
    const after = keyOf(query, 2);
    if (after) where.push(`(w.name collate by_name, w.id) > (${is(after[0])}, ${is(after[1])}::uuid)`);
    return this.work.inTenant(tenantId, async (tx) => {
      const rows: Row[] = await tx.query(
        `select * from (
           select w.id, w.name, w.active_version is not null as live, ${started} as started,
             coalesce(${allowed}, false) as allowed,
             (select node -> 'parameters' from json_array_elements(v.document -> 'nodes') node
              where node ->> 'type' = 'subworkflowTrigger' limit 1) as trigger
           from ${WORKFLOWS} where ${where.join(' and ')}
         ) found ${query.ids ? '' : 'where allowed'}
         order by name collate by_name, id limit ${is(query.limit + 1)}`,
        values,
      );
      const page = pageOf(rows, query, (row) => [row.name, row.id]);
      return { ...page, items: page.items.map(shown) };
    });
  }
}

function shown({ id, name, live, started, allowed, trigger }: Row): CallableWorkflow {
  return { id, name, live, refusal: !started ? 'noTrigger' : allowed ? null : 'notAllowed', inputs: inputsOf(trigger) };
}

function inputsOf(trigger: Row['trigger']): CallableWorkflow['inputs'] {
  if (trigger?.accepts !== 'fields' || !Array.isArray(trigger.fields)) return null;
  return trigger.fields.slice(0, MOST_INPUTS).flatMap((field: unknown) => {
    const { name, type } = (typeof field === 'object' && field !== null ? field : {}) as Record<string, unknown>;
    return typeof name === 'string' && name !== '' ? [{ name, type: inputType(type) }] : [];
  });
}
