import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The versions of a workflow that were ever live are counted apart from the others: most versions are saves that nobody
 * asked for. Those of before are numbered in the order in which the audit says that they first went live.
 */
export class LiveNumbers1795710200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table workflow_versions add column live_number integer check (live_number > 0);
      -- That of the version that is live.
      alter table workflows add column live_number integer;
      with first as (
        select tenant_id, target_id, (after->>'version')::int as version, min(id::text) as at from audit
        where action = 'workflow.activated' and after->>'version' ~ '^[0-9]{1,9}$' group by 1, 2, 3
      ), numbered as (
        select v.tenant_id, v.workflow_id, v.version,
          row_number() over (partition by v.tenant_id, v.workflow_id order by first.at nulls last, v.version) as number
        from workflow_versions v
          join workflows w on w.tenant_id = v.tenant_id and w.id = v.workflow_id
          left join first on first.tenant_id = v.tenant_id and first.target_id = v.workflow_id::text and first.version = v.version
        where first.at is not null or w.active_version = v.version
      )
      update workflow_versions v set live_number = n.number, kept = true from numbered n
        where v.tenant_id = n.tenant_id and v.workflow_id = n.workflow_id and v.version = n.version;
      update workflows w set live_number = v.live_number from workflow_versions v
        where v.tenant_id = w.tenant_id and v.workflow_id = w.id and v.version = w.active_version;
      create unique index workflow_versions_live on workflow_versions (tenant_id, workflow_id, live_number)
        where live_number is not null;
      do $$ begin
        execute format('grant update (live_number) on workflow_versions to %I', api_role());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table workflow_versions drop column live_number; alter table workflows drop column live_number',
    );
  }
}
