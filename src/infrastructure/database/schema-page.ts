import type { DataSource } from 'typeorm';

/**
 * What the migrations make, read from the catalogue, for people to read and for a test to compare. Names of roles and
 * partitions are the database's own, so roles are shown by what they are, and partitions not at all.
 * @param source a connection to a database that is up to date
 */
export async function schemaPage(source: DataSource): Promise<string> {
  const [{ text }] = (await source.query(SCHEMA_TEXT)) as [{ text: string }];
  const [{ api, engine, owner }] = (await source.query(
    "select api_role() as api, engine_role() as engine, tableowner as owner from pg_tables where tablename = 'outbox'",
  )) as [{ api: string; engine: string; owner: string }];
  const plain = text.replaceAll(api, 'api').replaceAll(engine, 'engine').replaceAll(` to ${owner} `, ' to owner ');
  return `-- The tables, functions and rights that the migrations make. Written by \`npm run docs\`; a test compares it.\n\n${plain}\n`;
}

/** Tables of ours, without partitions. */
const TABLES = `
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`;

/** One row of text. The order of everything is fixed, so that two databases of the same migrations give the same. */
const SCHEMA_TEXT = `
  with tables as (${TABLES}),
  lines as (
    select 1 as part, t.relname as thing, a.attnum::text as place,
      '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(case a.attgenerated when 's' then ' generated always as (' else ' default (' end
          || pg_get_expr(d.adbin, d.adrelid) || ')', '') as line, a.attnum as n
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    union all
    select 2, t.relname, c.conname, '  constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid), 0
    from tables t join pg_constraint c on c.conrelid = t.oid and c.contype <> 'n'
    union all
    select 3, t.relname, x.relname, pg_get_indexdef(x.oid) || ';', 0
    from tables t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
      and not exists (select from pg_constraint c where c.conindid = x.oid)
    union all
    select 4, t.relname, '', '-- row-level security: ' || case when t.relrowsecurity then 'on' else 'off' end
      || case when t.relforcerowsecurity then ', forced' else '' end, 0
    from tables t
    union all
    select 5, t.relname, p.polname, '-- policy ' || p.polname || ' for '
      || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
      || ' to ' || coalesce((select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any(p.polroles)), 'public')
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), 0
    from tables t join pg_policy p on p.polrelid = t.oid
    union all
    select 6, t.relname, r.rolname, '-- ' || r.rolname || ' may ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), 0
    from tables t cross join aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee
    where g.grantee <> t.relowner group by t.relname, r.rolname
  ),
  bodies as (
    select 1 as kind, thing as name, 'table ' || thing || E'\\n' || string_agg(line, E'\\n' order by part, n, place) as body
    from lines group by thing
    union all
    select 2, p.oid::regprocedure::text, pg_get_functiondef(p.oid)
      || coalesce((select string_agg('-- ' || r.rolname || ' may call it', E'\\n' order by r.rolname)
        from aclexplode(p.proacl) g join pg_roles r on r.oid = g.grantee where g.grantee <> p.proowner), '')
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname not in ('api_role', 'engine_role')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 3, t.tgname || t.tgrelid::regclass, pg_get_triggerdef(t.oid) || ';'
    from pg_trigger t where t.tgrelid in (select oid from tables) and not t.tgisinternal
  )
  select string_agg(body, E'\\n\\n' order by kind, name collate "C") as text from bodies`;
