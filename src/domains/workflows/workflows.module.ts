import { Module } from '@nestjs/common';
import { NodesModule } from '../nodes/nodes.module.js';
import { Activations } from './activations.js';
import { Arrivals } from './arrivals.js';
import { CallableWorkflowsController } from './callable-workflows.controller.js';
import { CallableWorkflows } from './callable-workflows.queries.js';
import { CommentsController } from './comments/comments.controller.js';
import { CommentsQueries } from './comments/comments.queries.js';
import { CommentsService } from './comments/comments.service.js';
import { DocumentRoom } from './document-room.service.js';
import { DocumentRules } from './document-rules.js';
import { DocumentWork } from './document-work.js';
import { FoldersController } from './folders.controller.js';
import { FoldersService } from './folders.service.js';
import { Plans } from './plans.service.js';
import { SampleWorkflow } from './sample/sample-workflow.service.js';
import { TemplatesController } from './templates/templates.controller.js';
import { Presence } from './together/presence.js';
import { WorkflowChanges } from './together/workflow-changes.events.js';
import { WorkflowEventsController } from './together/workflow-events.controller.js';
import { WorkflowStream } from './together/workflow-stream.service.js';
import { VersionHistory } from './version-history.service.js';
import { WorkflowBulk } from './workflow-bulk.service.js';
import { WorkflowCopies } from './workflow-copies.service.js';
import { WorkflowFetch } from './workflow-fetch.service.js';
import { WorkflowListsController } from './workflow-lists.controller.js';
import { WorkflowLists } from './workflow-lists.queries.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsQueries } from './workflows.queries.js';
import { WorkflowsService } from './workflows.service.js';

@Module({
  imports: [NodesModule],
  controllers: [
    CallableWorkflowsController,
    WorkflowListsController,
    WorkflowsController,
    WorkflowEventsController,
    CommentsController,
    FoldersController,
    TemplatesController,
  ],
  providers: [
    VersionHistory,
    Activations,
    Arrivals,
    CallableWorkflows,
    CommentsQueries,
    CommentsService,
    DocumentRoom,
    DocumentRules,
    DocumentWork,
    FoldersService,
    Plans,
    Presence,
    WorkflowChanges,
    WorkflowStream,
    WorkflowBulk,
    WorkflowCopies,
    WorkflowFetch,
    WorkflowLists,
    WorkflowsQueries,
    WorkflowsService,
    SampleWorkflow,
  ],
  exports: [
    VersionHistory,
    WorkflowChanges,
    Activations,
    Arrivals,
    DocumentRoom,
    Plans,
    SampleWorkflow,
    WorkflowsService,
  ],
})
export class WorkflowsModule {}
