import { Module } from '@nestjs/common';
import { ExecutionsModule } from '../executions/executions.module.js';
import { NodesModule } from '../nodes/nodes.module.js';
import { TenantsModule } from '../tenants/tenants.module.js';
import { WorkflowsModule } from '../workflows/workflows.module.js';
import { EditorController } from './editor.controller.js';
import { EditorService } from './editor.service.js';
import { TrialPlaces } from './trial-places.js';

@Module({
  imports: [ExecutionsModule, NodesModule, TenantsModule, WorkflowsModule],
  controllers: [EditorController],
  providers: [EditorService, TrialPlaces],
})
export class EditorModule {}
