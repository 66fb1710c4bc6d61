-- The tables, functions and rights that the migrations make. Written by `npm run docs`; a test compares it.

table api_keys
  id uuid not null
  tenant_id uuid not null
  user_id uuid not null
  name text not null
  role text not null
  hash text not null
  hint text not null
  created_at timestamp with time zone not null default (now())
  expires_at timestamp with time zone
  last_used_at timestamp with time zone
  parent_id uuid
  permissions text[]
  addresses text[]
  constraint api_keys_hash_key UNIQUE (hash)
  constraint api_keys_of_tenant UNIQUE (tenant_id, id)
  constraint api_keys_pkey PRIMARY KEY (id)
  constraint api_keys_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'admin'::text, 'owner'::text])))
  constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
  constraint api_keys_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES api_keys(tenant_id, id) ON DELETE CASCADE
  constraint api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
CREATE INDEX api_keys_of_parent ON public.api_keys USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table audit
  id uuid not null
  tenant_id uuid not null
  at timestamp with time zone not null default (now())
  actor_id uuid
  actor_kind text not null
  api_key_id uuid
  action text not null
  target_type text not null
  target_id text not null
  before jsonb
  after jsonb
  once text
  constraint audit_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['user'::text, 'apiKey'::text, 'system'::text])))
  constraint audit_pkey PRIMARY KEY (id)
  constraint audit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
CREATE INDEX audit_of_target ON public.audit USING btree (tenant_id, target_id, id DESC);
CREATE INDEX audit_of_tenant ON public.audit USING btree (tenant_id, id DESC);
CREATE UNIQUE INDEX audit_once ON public.audit USING btree (tenant_id, once) WHERE (once IS NOT NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert, select
-- engine may insert

table blob_chunks
  tenant_id uuid not null
  execution_id text not null
  name uuid not null
  seq integer not null
  content bytea not null
  constraint blob_chunks_pkey PRIMARY KEY (tenant_id, execution_id, name, seq)
  constraint blob_chunks_tenant_id_execution_id_name_fkey FOREIGN KEY (tenant_id, execution_id, name) REFERENCES blobs(tenant_id, execution_id, name) ON DELETE CASCADE
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may select

table blob_ledger
  tenant_id uuid not null
  execution_id text not null
  bytes bigint not null default (0)
  created_at timestamp with time zone not null default (now())
  constraint blob_ledger_pkey PRIMARY KEY (tenant_id, execution_id)
CREATE INDEX blob_ledger_age ON public.blob_ledger USING btree (created_at);
CREATE INDEX blob_ledger_execution ON public.blob_ledger USING btree (execution_id);
CREATE INDEX blob_ledger_sum ON public.blob_ledger USING btree (tenant_id) INCLUDE (bytes);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may delete, insert, select, update

table blobs
  tenant_id uuid not null
  execution_id text not null
  name uuid not null
  bytes bigint
  created_at timestamp with time zone not null default (now())
  constraint blobs_pkey PRIMARY KEY (tenant_id, execution_id, name)
CREATE INDEX blobs_unfinished ON public.blobs USING btree (created_at) WHERE (bytes IS NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may delete, select

table comments
  id uuid not null
  tenant_id uuid not null
  workflow_id uuid not null
  parent_id uuid
  node_id text
  author_id uuid not null
  text text not null
  created_at timestamp with time zone not null default (now())
  edited_at timestamp with time zone
  deleted_at timestamp with time zone
  resolved_at timestamp with time zone
  resolved_by uuid
  bytes integer not null generated always as ((200 + octet_length(text)))
  constraint comments_check CHECK (((parent_id IS NULL) OR ((node_id IS NULL) AND (resolved_at IS NULL))))
  constraint comments_node_id_check CHECK ((length(node_id) <= 200))
  constraint comments_pkey PRIMARY KEY (id)
  constraint comments_tenant_id_id_key UNIQUE (tenant_id, id)
  constraint comments_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES comments(tenant_id, id) ON DELETE CASCADE
  constraint comments_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows(tenant_id, id) ON DELETE CASCADE
  constraint comments_text_check CHECK ((length(text) <= 4000))
CREATE INDEX comments_bytes ON public.comments USING btree (tenant_id) INCLUDE (bytes);
CREATE INDEX comments_replies ON public.comments USING btree (tenant_id, parent_id, id) WHERE (parent_id IS NOT NULL);
CREATE INDEX comments_threads ON public.comments USING btree (tenant_id, workflow_id, id) WHERE (parent_id IS NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table credentials
  id uuid not null
  tenant_id uuid not null
  name text not null
  type text not null
  shown jsonb not null
  sealed text not null
  created_at timestamp with time zone not null default (now())
  updated_at timestamp with time zone not null default (now())
  updated_by uuid
  allowed_hosts text[] not null default ('{}'::text[])
  proof jsonb
  constraint credentials_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint credentials_pkey PRIMARY KEY (id)
CREATE INDEX credentials_list ON public.credentials USING btree (tenant_id, id);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table execution_journal
  execution_id uuid not null
  seq integer not null
  tenant_id uuid not null
  events bytea not null
  constraint execution_journal_pkey PRIMARY KEY (execution_id, seq)
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, select
-- engine may delete, insert, select

table executions
  id uuid not null
  tenant_id uuid not null
  workflow_id uuid not null
  workflow_version integer not null
  status text not null
  mode text not null
  queued_at timestamp with time zone not null
  started_at timestamp with time zone
  finished_at timestamp with time zone
  wake_at timestamp with time zone
  fence integer not null default (0)
  lease_until timestamp with time zone
  cancel_requested boolean not null default (false)
  parent_id uuid
  retry_of uuid
  error jsonb
  summary jsonb
  remove_at timestamp with time zone
  unsigned_wait boolean
  fruitless smallint not null default (0)
  fruitless_at integer
  fault text
  is_test boolean not null default (false)
  constraint executions_pkey PRIMARY KEY (id)
  constraint executions_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'waiting'::text, 'success'::text, 'error'::text, 'cancelled'::text, 'in_doubt'::text])))
CREATE INDEX executions_children ON ONLY public.executions USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX executions_leased ON ONLY public.executions USING btree (lease_until) WHERE (status = 'running'::text);
CREATE INDEX executions_list ON ONLY public.executions USING btree (tenant_id, id);
CREATE INDEX executions_of_workflow ON ONLY public.executions USING btree (tenant_id, workflow_id, id);
CREATE INDEX executions_queued ON ONLY public.executions USING btree (tenant_id, id) WHERE (status = 'queued'::text);
CREATE INDEX executions_retries ON ONLY public.executions USING btree (retry_of) WHERE (retry_of IS NOT NULL);
CREATE INDEX executions_tests ON ONLY public.executions USING btree (tenant_id, workflow_id, id) WHERE is_test;
CREATE INDEX executions_unkept ON ONLY public.executions USING btree (remove_at) WHERE (remove_at IS NOT NULL);
CREATE INDEX executions_waking ON ONLY public.executions USING btree (wake_at) WHERE ((status = 'waiting'::text) AND (wake_at IS NOT NULL));
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, select
-- engine may delete, insert, select, update

table folders
  id uuid not null
  tenant_id uuid not null
  parent_id uuid
  name text not null
  created_at timestamp with time zone not null default (now())
  constraint folders_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint folders_pkey PRIMARY KEY (id)
  constraint folders_tenant_id_id_key UNIQUE (tenant_id, id)
  constraint folders_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES folders(tenant_id, id) ON DELETE CASCADE
CREATE UNIQUE INDEX folders_name ON public.folders USING btree (tenant_id, COALESCE(parent_id, tenant_id), lower(name));
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table idempotency_keys
  tenant_id uuid not null
  key text not null
  fingerprint text not null
  status integer
  answer text
  created_at timestamp with time zone not null default (now())
  bytes integer not null generated always as ((300 + COALESCE(octet_length(answer), 0)))
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, key)
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (created_at);
CREATE INDEX idempotency_keys_bytes ON public.idempotency_keys USING btree (tenant_id) INCLUDE (bytes);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table installation
  key text not null
  value jsonb not null
  constraint installation_pkey PRIMARY KEY (key)
-- row-level security: off

table invitations
  id uuid not null
  tenant_id uuid not null
  email text
  role text not null
  token_hash text not null
  created_by uuid not null
  created_at timestamp with time zone not null default (now())
  expires_at timestamp with time zone not null
  api_key_id uuid
  ended_at timestamp with time zone
  ended_because text
  constraint invitations_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE CASCADE
  constraint invitations_pkey PRIMARY KEY (id)
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'admin'::text, 'owner'::text])))
  constraint invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
  constraint invitations_token_hash_key UNIQUE (token_hash)
CREATE INDEX invitations_of_tenant ON public.invitations USING btree (tenant_id, id);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table live_epoch
  only_row boolean not null default (true)
  epoch bigint not null
  constraint live_epoch_only_row_check CHECK (only_row)
  constraint live_epoch_pkey PRIMARY KEY (only_row)
-- row-level security: off
-- engine may select

table memberships
  tenant_id uuid not null
  user_id uuid not null
  role text not null
  created_at timestamp with time zone not null default (now())
  constraint memberships_pkey PRIMARY KEY (tenant_id, user_id)
  constraint memberships_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'admin'::text, 'owner'::text])))
  constraint memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
  constraint memberships_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
CREATE INDEX memberships_of_user ON public.memberships USING btree (user_id);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table outbox
  id uuid not null
  tenant_id uuid not null
  type text not null
  payload jsonb not null
  attempts integer not null default (0)
  due_at timestamp with time zone not null default (now())
  error text
  constraint outbox_pkey PRIMARY KEY (id)
CREATE INDEX outbox_due ON public.outbox USING btree (due_at);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert
-- engine may delete, insert, select, update

table password_resets
  token_hash text not null
  user_id uuid not null
  created_at timestamp with time zone not null default (now())
  expires_at timestamp with time zone not null
  granted_in uuid
  granted_by uuid
  ended_at timestamp with time zone
  ended_because text
  constraint password_resets_check CHECK (((granted_in IS NULL) = (granted_by IS NULL)))
  constraint password_resets_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES users(id) ON DELETE CASCADE
  constraint password_resets_granted_in_fkey FOREIGN KEY (granted_in) REFERENCES tenants(id) ON DELETE CASCADE
  constraint password_resets_pkey PRIMARY KEY (token_hash)
  constraint password_resets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
CREATE INDEX password_resets_of_user ON public.password_resets USING btree (user_id);
-- row-level security: on, forced
-- policy api_own for all to api using ((user_id = current_app_user())) with check ((user_id = current_app_user()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table schedules
  id uuid not null
  tenant_id uuid not null
  workflow_id uuid not null
  version integer not null
  node_id text not null
  place integer not null
  rule jsonb not null
  timezone text
  missed text not null
  next_at timestamp with time zone
  last_at timestamp with time zone
  anchor_at timestamp with time zone not null
  paused boolean not null default (false)
  error text
  constraint schedules_missed_check CHECK ((missed = ANY (ARRAY['run-once'::text, 'skip'::text])))
  constraint schedules_pkey PRIMARY KEY (id)
  constraint schedules_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows(tenant_id, id) ON DELETE CASCADE
  constraint schedules_tenant_id_workflow_id_node_id_place_key UNIQUE (tenant_id, workflow_id, node_id, place)
CREATE INDEX schedules_due ON public.schedules USING btree (next_at) WHERE ((NOT paused) AND (next_at IS NOT NULL));
CREATE INDEX schedules_list ON public.schedules USING btree (tenant_id, id);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may select, update

table server_crashes
  n bigint not null
  at timestamp with time zone not null
  started_at timestamp with time zone not null
  host text not null
  message text
  stack text
  constraint server_crashes_pkey PRIMARY KEY (n)
-- row-level security: off
-- engine may delete, insert, select

table sessions
  id uuid not null
  user_id uuid not null
  active_tenant_id uuid not null
  nonce text not null
  generation integer not null default (0)
  rotated_at timestamp with time zone not null default (now())
  created_at timestamp with time zone not null default (now())
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  user_agent text
  ip text
  constraint sessions_pkey PRIMARY KEY (id)
  constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
CREATE INDEX sessions_of_user ON public.sessions USING btree (user_id);
-- row-level security: on, forced
-- policy api_own for all to api using ((user_id = current_app_user())) with check ((user_id = current_app_user()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table tenant_usage
  tenant_id uuid not null
  journal_bytes bigint not null default (0)
  constraint tenant_usage_pkey PRIMARY KEY (tenant_id)
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert, select, update
-- engine may insert, select, update

table tenants
  id uuid not null
  slug text not null
  name text not null
  timezone text not null default ('UTC'::text)
  created_at timestamp with time zone not null default (now())
  constraint tenants_pkey PRIMARY KEY (id)
  constraint tenants_slug_key UNIQUE (slug)
-- row-level security: on, forced
-- policy api_tenant for all to api using ((id = current_tenant())) with check ((id = current_tenant()))
-- policy engine_read for select to engine using (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may select

table user_passwords
  user_id uuid not null
  hash text not null
  changed_at timestamp with time zone not null default (now())
  constraint user_passwords_pkey PRIMARY KEY (user_id)
  constraint user_passwords_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
-- row-level security: on, forced
-- policy api_own for all to api using ((user_id = current_app_user())) with check ((user_id = current_app_user()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert, select, update

table user_preferences
  user_id uuid not null
  preferences jsonb not null
  updated_at timestamp with time zone not null default (now())
  constraint user_preferences_pkey PRIMARY KEY (user_id)
  constraint user_preferences_preferences_check CHECK (((jsonb_typeof(preferences) = 'object'::text) AND (pg_column_size(preferences) <= 8192)))
  constraint user_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
-- row-level security: on, forced
-- policy api_own for all to api using ((user_id = current_app_user())) with check ((user_id = current_app_user()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert, select, update

table users
  id uuid not null
  email text not null
  name text not null
  created_at timestamp with time zone not null default (now())
  disabled_at timestamp with time zone
  last_tenant_id uuid
  constraint users_email_key UNIQUE (email)
  constraint users_pkey PRIMARY KEY (id)
-- row-level security: on, forced
-- policy api_member for select to api using ((id IN ( SELECT memberships.user_id
   FROM memberships
  WHERE (memberships.tenant_id = current_tenant()))))
-- policy api_own for all to api using ((id = current_app_user())) with check ((id = current_app_user()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may insert, select, update

table views
  tenant_id uuid not null
  id uuid not null
  user_id uuid
  list text not null
  name text not null
  query text not null
  shared boolean not null
  created_at timestamp with time zone not null default (now())
  updated_at timestamp with time zone not null default (now())
  constraint views_list_check CHECK ((list = ANY (ARRAY['workflows'::text, 'executions'::text, 'credentials'::text])))
  constraint views_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  constraint views_pkey PRIMARY KEY (tenant_id, id)
  constraint views_query_check CHECK ((length(query) <= 2000))
  constraint views_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
  constraint views_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES memberships(tenant_id, user_id) ON DELETE SET NULL (user_id)
CREATE UNIQUE INDEX views_of_user ON public.views USING btree (tenant_id, user_id, list, lower(name));
-- row-level security: on, forced
-- policy api_private for all to api using ((shared OR (user_id = current_app_user())))
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update

table webhook_holds
  id uuid not null
  segment text not null
  tenant_id uuid not null
  keep interval not null
  kept_until timestamp with time zone not null
  since timestamp with time zone not null default (now())
  constraint webhook_holds_pkey PRIMARY KEY (id)
  constraint webhook_holds_segment_key UNIQUE (segment)
CREATE INDEX webhook_holds_of_tenant ON public.webhook_holds USING btree (tenant_id, id DESC);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy owner_all for all to owner using (true) with check (true)
-- api may select

table webhook_routes
  id uuid not null
  tenant_id uuid not null
  workflow_id uuid not null
  version integer not null
  node_id text not null
  method text not null
  path text not null
  lead text not null
  test_until timestamp with time zone
  segment text not null
  shape text not null
  constraint webhook_routes_pkey PRIMARY KEY (id)
  constraint webhook_routes_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows(tenant_id, id) ON DELETE CASCADE
CREATE INDEX webhook_routes_lead ON public.webhook_routes USING btree (lead);
CREATE INDEX webhook_routes_of_workflow ON public.webhook_routes USING btree (tenant_id, workflow_id);
CREATE UNIQUE INDEX webhook_routes_own ON public.webhook_routes USING btree (tenant_id, method, shape) WHERE (test_until IS NULL);
CREATE INDEX webhook_routes_segment ON public.webhook_routes USING btree (tenant_id, segment);
CREATE UNIQUE INDEX webhook_routes_test ON public.webhook_routes USING btree (tenant_id, method, shape) WHERE (test_until IS NOT NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select
-- engine may delete, select

table workflow_state
  tenant_id uuid not null
  workflow_id uuid not null
  node text not null default (''::text)
  key text not null
  value jsonb not null
  updated_at timestamp with time zone not null default (now())
  constraint workflow_state_pkey PRIMARY KEY (tenant_id, workflow_id, node, key)
  constraint workflow_state_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows(tenant_id, id) ON DELETE CASCADE
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, select
-- engine may delete, insert, select, update

table workflow_versions
  tenant_id uuid not null
  workflow_id uuid not null
  version integer not null
  document json not null
  created_at timestamp with time zone not null default (now())
  created_by uuid
  label text
  autosaved_since timestamp with time zone
  kept boolean not null default (false)
  triggers text[] not null default ('{}'::text[])
  node_count integer not null default (0)
  bytes integer not null generated always as (octet_length((document)::text))
  live_number integer
  constraint workflow_versions_document CHECK ((jsonb_typeof((document)::jsonb) = 'object'::text))
  constraint workflow_versions_label_check CHECK ((length(label) <= 200))
  constraint workflow_versions_live_number_check CHECK ((live_number > 0))
  constraint workflow_versions_pkey PRIMARY KEY (tenant_id, workflow_id, version)
  constraint workflow_versions_tenant_id_workflow_id_fkey FOREIGN KEY (tenant_id, workflow_id) REFERENCES workflows(tenant_id, id) ON DELETE CASCADE
CREATE INDEX workflow_versions_bytes ON public.workflow_versions USING btree (tenant_id) INCLUDE (bytes);
CREATE UNIQUE INDEX workflow_versions_live ON public.workflow_versions USING btree (tenant_id, workflow_id, live_number) WHERE (live_number IS NOT NULL);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select
-- engine may select

table workflows
  id uuid not null
  tenant_id uuid not null
  folder_id uuid
  name text not null
  tags text[] not null default ('{}'::text[])
  version integer not null
  active_version integer
  created_at timestamp with time zone not null default (now())
  updated_at timestamp with time zone not null default (now())
  updated_by uuid
  created_by uuid
  live_number integer
  constraint workflows_pkey PRIMARY KEY (id)
  constraint workflows_tenant_id_folder_id_fkey FOREIGN KEY (tenant_id, folder_id) REFERENCES folders(tenant_id, id) ON DELETE SET NULL (folder_id)
  constraint workflows_tenant_id_id_key UNIQUE (tenant_id, id)
CREATE INDEX workflows_tags ON public.workflows USING gin (tags);
-- row-level security: on, forced
-- policy api_tenant for all to api using ((tenant_id = current_tenant())) with check ((tenant_id = current_tenant()))
-- policy engine_all for all to engine using (true) with check (true)
-- policy owner_all for all to owner using (true) with check (true)
-- api may delete, insert, select, update
-- engine may select

CREATE OR REPLACE FUNCTION public.api_key_ends_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          update invitations set ended_at = now(), ended_because = 'key_removed'
            where tenant_id = old.tenant_id and api_key_id = old.id and ended_at is null;
          return null;
        end $function$


CREATE OR REPLACE FUNCTION public.api_key_principal(wanted text)
 RETURNS TABLE(id uuid, tenant_id uuid, user_id uuid, key_role text, member_role text, permissions text[], addresses text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          update api_keys k set last_used_at = now()
            where k.hash = wanted and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
          return query
            select k.id, k.tenant_id, k.user_id, k.role, m.role, k.permissions, k.addresses from api_keys k
            join users u on u.id = k.user_id and u.disabled_at is null
            join memberships m on m.user_id = k.user_id and m.tenant_id = k.tenant_id
            where k.hash = wanted and (k.expires_at is null or k.expires_at > now());
        end $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.claimed_tenant(token_hash text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select (t.value #>> '{}')::uuid from installation c, installation t
          where c.key = 'claim' and c.value #>> '{}' = token_hash and t.key = 'default tenant'
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.current_app_user()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.user_id', true), '')::uuid $function$


CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.tenant_id', true), '')::uuid $function$


CREATE OR REPLACE FUNCTION public.end_with_tenant()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        update executions e set cancel_requested = true,
          -- Whoever takes it up next finds that it is to stop.
          wake_at = case when e.status = 'waiting' then now() else e.wake_at end
        where e.tenant_id = old.id and e.finished_at is null;
        delete from workflows w where w.tenant_id = old.id;
        delete from folders f where f.tenant_id = old.id;
        delete from credentials c where c.tenant_id = old.id;
        delete from idempotency_keys k where k.tenant_id = old.id;
        return old;
      end $function$


CREATE OR REPLACE FUNCTION public.execution_weeks()
 RETURNS SETOF date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select to_date(substr(c.relname, 12), 'IYYY"w"IW') from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'executions'::regclass and c.relname ~ '^executions_\d{4}w\d{2}$' order by 1
      $function$
-- engine may call it

CREATE OR REPLACE FUNCTION public.find_invitation(wanted text)
 RETURNS TABLE(id uuid, tenant_id uuid, email text, role text, is_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select i.id, i.tenant_id, i.email, i.role, i.ended_at is null and i.expires_at > now()
          from invitations i where i.token_hash = wanted
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.find_login(wanted text)
 RETURNS TABLE(user_id uuid, hash text, disabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select u.id, p.hash, u.disabled_at is not null
          from users u join user_passwords p on p.user_id = u.id where u.email = wanted
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.find_password_reset(wanted text)
 RETURNS TABLE(user_id uuid, granted_in uuid, granted_by uuid, is_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select r.user_id, r.granted_in, r.granted_by, r.ended_at is null and r.expires_at > now()
          from password_resets r where r.token_hash = wanted
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.find_session(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select user_id from sessions where id = wanted
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.find_webhooks(leads text[], wanted_segment text, slug text, test boolean)
 RETURNS TABLE(id uuid, tenant_id uuid, workflow_id uuid, version integer, node_id text, method text, path text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select r.id, r.tenant_id, r.workflow_id, r.version, r.node_id, r.method, r.path
        from webhook_routes r
        where r.lead = any(leads) and (r.test_until is not null) = test and (r.test_until is null or r.test_until > now())
          and r.tenant_id = case when slug is null
              then (select h.tenant_id from webhook_holds h where h.segment = wanted_segment)
              else (select t.id from tenants t where t.slug = find_webhooks.slug) end
          and r.segment = wanted_segment
        order by r.id
      $function$
-- engine may call it

CREATE OR REPLACE FUNCTION public.first_id_at(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
      $function$


CREATE OR REPLACE FUNCTION public.forget_idempotency_keys(before timestamp with time zone, at_most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        with gone as (
          delete from idempotency_keys where (tenant_id, key) in (
            select tenant_id, key from idempotency_keys where created_at < before order by created_at limit at_most
          ) returning 1
        ) select count(*) from gone
      $function$
-- engine may call it

CREATE OR REPLACE FUNCTION public.forget_private_views()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          delete from views where tenant_id = old.tenant_id and user_id = old.user_id and not shared;
          return old;
        end $function$


CREATE OR REPLACE FUNCTION public.grant_lookup(target regprocedure, also_engine boolean DEFAULT false)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        execute format('revoke all on function %s from public', target);
        execute format('grant execute on function %s to %I', target, api_role());
        if also_engine then execute format('grant execute on function %s to %I', target, engine_role()); end if;
      end $function$


CREATE OR REPLACE FUNCTION public.hold_webhook_segment(wanted text, wanted_keep interval, most integer, new_id uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        me constant uuid := current_tenant();
        found_hold webhook_holds;
      begin
        if me is null then raise exception 'no tenant holds anything outside of its transaction'; end if;
        perform from live_epoch for update;
        select * into found_hold from webhook_holds h where h.segment = wanted;
        if found_hold.tenant_id = me then
          update webhook_holds h
          set keep = greatest(h.keep, wanted_keep), kept_until = now() + greatest(h.keep, wanted_keep)
          where h.id = found_hold.id;
          return 'held';
        end if;
        if found_hold.id is not null and webhook_hold_stands(found_hold) then return 'taken'; end if;
        delete from webhook_holds h where h.tenant_id = me and not webhook_hold_stands(h);
        if (select count(*) from webhook_holds h where h.tenant_id = me) >= most then return 'limit'; end if;
        delete from webhook_holds h where h.id = found_hold.id;
        insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
        values (new_id, wanted, me, wanted_keep, now() + wanted_keep);
        update live_epoch set epoch = epoch + 1;
        return 'held';
      end $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.is_operator_tenant()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select coalesce(current_tenant() = coalesce(
            (select t.id from tenants t, installation d, installation c
              where d.key = 'default tenant' and c.key = 'claimed' and t.id = (d.value #>> '{}')::uuid),
            (select t.id from tenants t
              where exists (select from memberships m where m.tenant_id = t.id) order by t.created_at, t.id limit 1)
          ), false)
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.keep_tenant_slug()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        -- As long as what is called by a plain path stays with its tenant.
        keep constant interval := '30 days';
        -- Nobody takes good names by going through them.
        most constant integer := 10;
        given_up text;
        of_tenant uuid;
      begin
        -- Whatever changes what an address leads to takes turns here.
        if tg_op = 'UPDATE' then update live_epoch set epoch = epoch + 1; else perform from live_epoch for update; end if;
        if tg_op in ('INSERT', 'UPDATE') then
          if exists (select from webhook_holds h
              where h.segment = 't/' || new.slug and h.tenant_id <> new.id and h.kept_until > now()) then
            raise unique_violation using message = 'This slug is kept for the tenant that had it last.';
          end if;
          delete from webhook_holds h where h.segment = 't/' || new.slug;
        end if;
        if tg_op = 'INSERT' then return new; end if;
        given_up := old.slug;
        of_tenant := old.id;
        if tg_op = 'UPDATE' and (select count(*) from webhook_holds h
            where h.tenant_id = of_tenant and h.segment like 't/%' and h.kept_until > now()) >= most then
          raise exception using errcode = 'OR001', message = 'The tenant has given up too many slugs lately.';
        end if;
        insert into webhook_holds (id, segment, tenant_id, keep, kept_until)
        values (gen_random_uuid(), 't/' || given_up, of_tenant, keep, now() + keep)
        on conflict (segment) do update set tenant_id = excluded.tenant_id, kept_until = excluded.kept_until;
        return case when tg_op = 'DELETE' then old else new end;
      end $function$


CREATE OR REPLACE FUNCTION public.make_execution_partition(day date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        first timestamptz := date_trunc('week', day::timestamp) at time zone 'UTC';
        from_id uuid := first_id_at(first);
        to_id uuid := first_id_at(first + interval '7 days');
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        kind text;
        key text;
      begin
        if to_regclass('executions_' || name) is not null then return; end if;
        lock table executions, execution_journal in share update exclusive mode;
        lock table executions_default, execution_journal_default in access exclusive mode;
        foreach kind in array array['executions', 'execution_journal'] loop
          key := case kind when 'executions' then 'id' else 'execution_id' end;
          execute format('create table %I (like %I including all)', kind || '_' || name, kind);
          execute format('with late as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from late',
            kind || '_default', key, from_id, key, to_id, kind || '_' || name);
          execute format('alter table %I attach partition %I for values from (%L) to (%L)',
            kind, kind || '_' || name, from_id, to_id);
        end loop;
      end $function$
-- engine may call it

CREATE OR REPLACE FUNCTION public.make_tenant_table(target regclass, api text DEFAULT 'select, insert, update, delete'::text, engine text DEFAULT ''::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        perform secure_table(target);
        execute format(
          'create policy api_tenant on %s to %I using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())',
          target, api_role());
        if api <> '' then execute format('grant %s on %s to %I', api, target, api_role()); end if;
        if engine <> '' then
          execute format('create policy engine_all on %s to %I using (true) with check (true)', target, engine_role());
          execute format('grant %s on %s to %I', engine, target, engine_role());
        end if;
      end $function$


CREATE OR REPLACE FUNCTION public.membership_ends_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          if tg_op = 'INSERT' then
            update invitations set ended_at = now(), ended_because = 'already_member'
              where tenant_id = new.tenant_id and ended_at is null
                and email = (select u.email from users u where u.id = new.user_id);
            update password_resets set ended_at = now(), ended_because = 'joined_elsewhere'
              where user_id = new.user_id and granted_in <> new.tenant_id and ended_at is null;
            return null;
          end if;
          if tg_op = 'DELETE' then
            delete from api_keys where tenant_id = old.tenant_id and user_id = old.user_id;
            update invitations set ended_at = now(), ended_because = 'maker_left'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null;
          elsif role_rank(new.role) < role_rank(old.role) then
            update invitations set ended_at = now(), ended_because = 'maker_demoted'
              where tenant_id = old.tenant_id and created_by = old.user_id and ended_at is null
                and (role_rank(new.role) < role_rank('admin') or role_rank(new.role) < role_rank(role));
          end if;
          if tg_op = 'DELETE' or new.role <> old.role then
            update password_resets set ended_at = now(), ended_because = 'membership_changed'
              where granted_in = old.tenant_id and old.user_id in (user_id, granted_by) and ended_at is null;
          end if;
          return null;
        end $function$


CREATE OR REPLACE FUNCTION public.move_epoch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        update live_epoch set epoch = epoch + 1;
        return null;
      end $function$


CREATE OR REPLACE FUNCTION public.offer_claim(token_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          insert into installation (key, value) values ('claim', to_jsonb(token_hash))
          on conflict (key) do update set value = excluded.value
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.password_ends_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          update password_resets set ended_at = now(), ended_because = 'password_changed'
            where user_id = new.user_id and ended_at is null;
          return null;
        end $function$


CREATE OR REPLACE FUNCTION public.prepare_installation(new_id uuid)
 RETURNS TABLE(tenant_id uuid, fresh boolean, unclaimed boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        declare made boolean := false;
        begin
          perform pg_advisory_xact_lock(7203118);
          if not exists (select from tenants t) then
            insert into tenants (id, slug, name) values (new_id, 'default', 'Default');
            insert into installation (key, value) values ('default tenant', to_jsonb(new_id));
            made := true;
          end if;
          return query
            select (i.value #>> '{}')::uuid, made,
              not exists (select from memberships m where m.tenant_id = (i.value #>> '{}')::uuid)
              and not exists (select from installation c where c.key = 'claimed')
            from installation i where i.key = 'default tenant';
        end $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.release_webhook_hold(wanted uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        found_hold webhook_holds;
      begin
        perform from live_epoch for update;
        select * into found_hold from webhook_holds h where h.id = wanted and h.tenant_id = current_tenant();
        if found_hold.id is null then return null; end if;
        found_hold.kept_until := '-infinity';
        if webhook_hold_stands(found_hold) then return 'used'; end if;
        delete from webhook_holds h where h.id = found_hold.id;
        return 'released';
      end $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.retire_execution_partition(day date, ended_before timestamp with time zone, move_at_most integer)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      declare
        name text := to_char(date_trunc('week', day::timestamp), 'IYYY"w"IW');
        staying bigint;
      begin
        if to_regclass('executions_' || name) is null then return false; end if;
        -- Named by one name within this function, whatever week it is.
        execute format('create temporary table staying on commit drop as select id from %I where finished_at is null or finished_at >= %L',
          'executions_' || name, ended_before);
        select count(*) into staying from staying;
        if staying > move_at_most then drop table staying; return false; end if;
        execute format('alter table executions detach partition %I', 'executions_' || name);
        execute format('alter table execution_journal detach partition %I', 'execution_journal_' || name);
        -- What has changed since it was looked at counts as it is now.
        execute format('insert into staying select id from %I e where (finished_at is null or finished_at >= %L) and not exists (select from staying s where s.id = e.id)',
          'executions_' || name, ended_before);
        execute format('insert into executions select e.* from %I e join staying using (id)', 'executions_' || name);
        execute format('insert into execution_journal select j.* from %I j join staying s on s.id = j.execution_id',
          'execution_journal_' || name);
        execute format('insert into tenant_usage (tenant_id, journal_bytes)
            select tenant_id, -sum(octet_length(events)) from %I j
            where not exists (select from staying s where s.id = j.execution_id) group by tenant_id order by tenant_id
          on conflict (tenant_id) do update set journal_bytes = tenant_usage.journal_bytes + excluded.journal_bytes',
          'execution_journal_' || name);
        execute format('drop table %I, %I', 'executions_' || name, 'execution_journal_' || name);
        drop table staying;
        return true;
      end $function$
-- engine may call it

CREATE OR REPLACE FUNCTION public.role_rank(role text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select array_position(array['viewer', 'editor', 'admin', 'owner'], role) $function$


CREATE OR REPLACE FUNCTION public.secure_table(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
      begin
        execute format('alter table %s enable row level security', target);
        execute format('alter table %s force row level security', target);
        execute format('create policy owner_all on %s to %I using (true) with check (true)', target, current_user);
      end $function$


CREATE OR REPLACE FUNCTION public.session_principal(wanted uuid, tenant uuid)
 RETURNS TABLE(user_id uuid, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select s.user_id, m.role from sessions s
          join users u on u.id = s.user_id and u.disabled_at is null
          join memberships m on m.user_id = s.user_id and m.tenant_id = tenant
          where s.id = wanted and s.revoked_at is null and s.expires_at > now()
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.take_claim(token_hash text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        begin
          delete from installation where key = 'claim' and value #>> '{}' = token_hash;
          if not found then return null; end if;
          insert into installation (key, value) values ('claimed', to_jsonb(now()));
          return (select (value #>> '{}')::uuid from installation where key = 'default tenant');
        end $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.tenants_of_user(wanted uuid)
 RETURNS TABLE(id uuid, slug text, name text, timezone text, created_at timestamp with time zone, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
          select t.id, t.slug, t.name, t.timezone, t.created_at, m.role
          from memberships m join tenants t on t.id = m.tenant_id where m.user_id = wanted order by m.created_at, t.id
        $function$
-- api may call it

CREATE OR REPLACE FUNCTION public.webhook_hold_stands(hold webhook_holds)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        select hold.kept_until > now() or exists (
          select from webhook_routes r where r.tenant_id = hold.tenant_id and r.segment = hold.segment
            and (r.test_until is null or r.test_until > now()))
      $function$


CREATE OR REPLACE FUNCTION public.webhook_routes_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        if exists (select from added where test_until is null) then
          update live_epoch set epoch = epoch + 1;
        end if;
        return null;
      end $function$


CREATE OR REPLACE FUNCTION public.webhook_routes_removed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        if not exists (select from removed) then return null; end if;
        if exists (select from removed where test_until is null) then
          update live_epoch set epoch = epoch + 1;
        else
          perform from live_epoch for update;
        end if;
        update webhook_holds h set kept_until = now() + h.keep
        where exists (select from removed r where r.tenant_id = h.tenant_id and r.segment = h.segment);
        return null;
      end $function$


CREATE OR REPLACE FUNCTION public.webhook_routes_turn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      begin
        perform from live_epoch for update;
        return null;
      end $function$


CREATE OR REPLACE FUNCTION public.webhook_segment_is_free(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
        select not exists (select from webhook_holds h
          where h.segment = wanted and h.tenant_id is distinct from current_tenant() and webhook_hold_stands(h))
      $function$
-- api may call it

CREATE TRIGGER api_key_ends_links AFTER DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION api_key_ends_links();

CREATE TRIGGER end_with_tenant BEFORE DELETE ON public.tenants FOR EACH ROW EXECUTE FUNCTION end_with_tenant();

CREATE TRIGGER forget_private_views BEFORE DELETE ON public.memberships FOR EACH ROW EXECUTE FUNCTION forget_private_views();

CREATE TRIGGER keep_slug_of_changed BEFORE UPDATE OF slug ON public.tenants FOR EACH ROW WHEN ((old.slug <> new.slug)) EXECUTE FUNCTION keep_tenant_slug();

CREATE TRIGGER keep_slug_of_new BEFORE INSERT ON public.tenants FOR EACH ROW EXECUTE FUNCTION keep_tenant_slug();

CREATE TRIGGER keep_slug_of_removed BEFORE DELETE ON public.tenants FOR EACH ROW EXECUTE FUNCTION keep_tenant_slug();

CREATE TRIGGER membership_ends_links AFTER INSERT OR DELETE OR UPDATE OF role ON public.memberships FOR EACH ROW EXECUTE FUNCTION membership_ends_links();

CREATE TRIGGER password_ends_links AFTER UPDATE OF hash ON public.user_passwords FOR EACH ROW EXECUTE FUNCTION password_ends_links();

CREATE TRIGGER webhook_routes_added AFTER INSERT ON public.webhook_routes REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION webhook_routes_added();

CREATE TRIGGER webhook_routes_changed AFTER UPDATE ON public.webhook_routes FOR EACH STATEMENT EXECUTE FUNCTION move_epoch();

CREATE TRIGGER webhook_routes_removed AFTER DELETE ON public.webhook_routes REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION webhook_routes_removed();

CREATE TRIGGER webhook_routes_turn BEFORE DELETE ON public.webhook_routes FOR EACH STATEMENT EXECUTE FUNCTION webhook_routes_turn();
