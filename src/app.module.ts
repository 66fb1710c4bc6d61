import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { AuditModule } from './domains/audit/audit.module.js';
import { AuthModule } from './domains/auth/auth.module.js';
import { CredentialsModule } from './domains/credentials/credentials.module.js';
import { EditorModule } from './domains/editor/editor.module.js';
import { ExecutionsModule } from './domains/executions/executions.module.js';
import { MonitoringModule } from './domains/monitoring/monitoring.module.js';
import { NodesModule } from './domains/nodes/nodes.module.js';
import { SchedulingModule } from './domains/scheduling/scheduling.module.js';
import { TenantsModule } from './domains/tenants/tenants.module.js';
import { UsersModule } from './domains/users/users.module.js';
import { ViewsModule } from './domains/views/views.module.js';
import { WebhooksModule } from './domains/webhooks/webhooks.module.js';
import { WorkflowsModule } from './domains/workflows/workflows.module.js';
import { HttpModule } from './http/http.module.js';
import { BlobModule } from './infrastructure/blob/blob.module.js';
import type { Database } from './infrastructure/database/database.js';
import { DatabaseModule } from './infrastructure/database/database.module.js';
import { EgressModule } from './infrastructure/egress/egress.module.js';
import { EncryptionModule } from './infrastructure/encryption/encryption.module.js';
import type { Keyring } from './infrastructure/encryption/keyring.js';
import { FairnessModule } from './infrastructure/fairness/fairness.module.js';
import { ObservabilityModule } from './infrastructure/observability/observability.module.js';
import { SandboxModule } from './infrastructure/sandbox/sandbox.module.js';
import { WorkersModule } from './infrastructure/workers/workers.module.js';
import { PagesModule } from './pages/pages.module.js';

/** The domains, in one list. A new one is added here and in domains/schema.ts. */
const DOMAINS = [
  AuditModule,
  AuthModule,
  UsersModule,
  TenantsModule,
  NodesModule,
  WorkflowsModule,
  CredentialsModule,
  ExecutionsModule,
  WebhooksModule,
  EditorModule,
  SchedulingModule,
  MonitoringModule,
  ViewsModule,
];

/** The whole server, on what is opened before it: configuration, database, keys. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class AppModule {
  static with(opened: { config: Config; database: Database; keyring: Keyring }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DiscoveryModule,
        ConfigModule.with(opened.config),
        DatabaseModule.with(opened.database),
        EncryptionModule.with(opened.keyring),
        FairnessModule,
        ObservabilityModule,
        BlobModule,
        EgressModule,
        SandboxModule,
        WorkersModule,
        HttpModule,
        ...DOMAINS,
        PagesModule,
      ],
    };
  }
}
