import { AddIdempotencyKeys1764000050000 } from '../http/idempotency.migration.js';
import { IdempotencyBytes1795706300000 } from '../http/idempotency-bytes.migration.js';
import { AddBlobs1764000600000 } from '../infrastructure/blob/blobs.migration.js';
import { ByName1795713000000 } from '../infrastructure/database/by-name.migration.js';
import type { Schema } from '../infrastructure/database/database.js';
import { AddAudit1764000040000 } from './audit/migrations/audit.migration.js';
import { AuditOnce1795707010000 } from './audit/migrations/audit-once.migration.js';
import { AuditTargets1795710220000 } from './audit/migrations/audit-targets.migration.js';
import { ApiKeyBounds1795707030000 } from './auth/migrations/api-key-bounds.migration.js';
import { AddAuth1764000030000 } from './auth/migrations/auth.migration.js';
import { LinksInOrder1795707040000 } from './auth/migrations/links-in-order.migration.js';
import { OneTimeLinks1795707020000 } from './auth/migrations/one-time-links.migration.js';
import { Session } from './auth/session.entity.js';
import { Credential } from './credentials/credential.entity.js';
import { AllowedHosts1795708000000 } from './credentials/migrations/allowed-hosts.migration.js';
import { Credentials1764000400000 } from './credentials/migrations/credentials.migration.js';
import { CredentialProof1795712000000 } from './credentials/migrations/proof.migration.js';
import { Executions1764000300000 } from './executions/migrations/executions.migration.js';
import { FruitlessRuns1795705010000 } from './executions/migrations/fruitless-runs.migration.js';
import { Retention1764000650000 } from './executions/migrations/retention.migration.js';
import { RetriesIndex1764001040000 } from './executions/migrations/retries-index.migration.js';
import { TestRuns1795710210000 } from './executions/migrations/test-runs.migration.js';
import { UnsignedWaits1795705000000 } from './executions/migrations/unsigned-waits.migration.js';
import { ServerCrashes1795709020002 } from './monitoring/migrations/server-crashes.migration.js';
import { Schedules1764000700000 } from './scheduling/migrations/schedules.migration.js';
import { Membership } from './tenants/membership.entity.js';
import { CancelWithTenant1795706500000 } from './tenants/migrations/cancel-with-tenant.migration.js';
import { EndWithTenant1795706400000 } from './tenants/migrations/end-with-tenant.migration.js';
import { KeptSlugs1795706100000 } from './tenants/migrations/kept-slugs.migration.js';
import { AddTenants1764000020000 } from './tenants/migrations/tenants.migration.js';
import { Tenant } from './tenants/tenant.entity.js';
import { AddPreferences1795700090000 } from './users/migrations/preferences.migration.js';
import { AddUsers1764000010000 } from './users/migrations/users.migration.js';
import { User } from './users/user.entity.js';
import { AddViews1795700100000 } from './views/migrations/views.migration.js';
import { View } from './views/view.entity.js';
import { Holds1795706000000 } from './webhooks/migrations/holds.migration.js';
import { NarrowGrants1764000800000 } from './webhooks/migrations/narrow-grants.migration.js';
import { TurnsFirst1795709030006 } from './webhooks/migrations/turns-first.migration.js';
import { Webhooks1764000500000 } from './webhooks/migrations/webhooks.migration.js';
import { WorkflowComment } from './workflows/comments/comment.entity.js';
import { Folder } from './workflows/folder.entity.js';
import { Comments1795700200000 } from './workflows/migrations/comments.migration.js';
import { DocumentBytes1795706200000 } from './workflows/migrations/document-bytes.migration.js';
import { DocumentOrder1795710100000 } from './workflows/migrations/document-order.migration.js';
import { LiveNumbers1795710200000 } from './workflows/migrations/live-numbers.migration.js';
import { VersionHistory1764000900000 } from './workflows/migrations/version-history.migration.js';
import { WorkflowLists1795700300000 } from './workflows/migrations/workflow-lists.migration.js';
import { Workflows1764000200000 } from './workflows/migrations/workflows.migration.js';
import { Workflow, WorkflowVersion } from './workflows/workflow.entity.js';

/** The tables of every domain: each adds its entities and its migrations here. Migrations run by their time stamp. */
export const SCHEMA: Schema = {
  entities: [User, Session, Tenant, Membership, Workflow, WorkflowVersion, WorkflowComment, Folder, Credential, View],
  migrations: [
    AddUsers1764000010000,
    AddTenants1764000020000,
    AddAuth1764000030000,
    AddAudit1764000040000,
    AddIdempotencyKeys1764000050000,
    Workflows1764000200000,
    Executions1764000300000,
    AddBlobs1764000600000,
    Retention1764000650000,
    Schedules1764000700000,
    Credentials1764000400000,
    Webhooks1764000500000,
    NarrowGrants1764000800000,
    VersionHistory1764000900000,
    RetriesIndex1764001040000,
    AddPreferences1795700090000,
    AddViews1795700100000,
    Comments1795700200000,
    WorkflowLists1795700300000,
    UnsignedWaits1795705000000,
    FruitlessRuns1795705010000,
    Holds1795706000000,
    KeptSlugs1795706100000,
    DocumentBytes1795706200000,
    IdempotencyBytes1795706300000,
    EndWithTenant1795706400000,
    CancelWithTenant1795706500000,
    AllowedHosts1795708000000,
    AuditOnce1795707010000,
    OneTimeLinks1795707020000,
    ApiKeyBounds1795707030000,
    ServerCrashes1795709020002,
    TurnsFirst1795709030006,
    LinksInOrder1795707040000,
    DocumentOrder1795710100000,
    LiveNumbers1795710200000,
    TestRuns1795710210000,
    AuditTargets1795710220000,
    CredentialProof1795712000000,
    ByName1795713000000,
  ],
};
