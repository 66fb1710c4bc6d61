import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a list shows of each workflow without opening its document: what starts it, how many nodes it has, who made it.
 * Both of the first belong to a version, whose document never changes.
 */
export class WorkflowLists1795700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions
        -- Kinds of the triggers that are not switched off, each once.
        add column triggers text[] not null default '{}',
        add column node_count integer not null default 0;
      alter table workflows add column created_by uuid;

      -- Of the versions that there are, by the types of triggers that there were until now.
      update workflow_versions v set
        node_count = jsonb_array_length(v.document->'nodes'),
        triggers = coalesce((
          select array_agg(kind order by first) from (
            select kind.name as kind, min(node.place) as first
            from jsonb_array_elements(v.document->'nodes') with ordinality as node(it, place)
            join (values ('manualTrigger', 'manual'), ('webhookTrigger', 'webhook'), ('scheduleTrigger', 'schedule'),
              ('errorTrigger', 'error'), ('subworkflowTrigger', 'subworkflow')) as kind(type, name) on kind.type = node.it->>'type'
            where node.it->'disabled' is distinct from 'true'::jsonb
            group by kind.name
          ) kinds), '{}')
      where jsonb_typeof(v.document->'nodes') = 'array';
      -- The first version may have made room for later ones; the oldest that is left is by whoever began it, or the next.
      update workflows w set created_by = (
        select v.created_by from workflow_versions v
        where v.tenant_id = w.tenant_id and v.workflow_id = w.id order by v.version limit 1);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions drop column triggers, drop column node_count;
      alter table workflows drop column created_by;
    `);
  }
}
