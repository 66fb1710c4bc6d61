import {
  Body,
  Controller,
  Delete,
  Get,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { sharedSchema } from '../../http/shared-schemas.js';
import { DocumentRules } from './document-rules.js';
import { DuplicateBody } from './dto/bulk-body.js';
import { FetchBody, FetchedText } from './dto/fetch-body.js';
import { PlaceBody } from './dto/folder-bodies.js';
import { documentIn, ValidateBody, ValidationAnswer } from './dto/validation.js';
import {
  ActivatedWorkflow,
  ImportedWorkflow,
  TranslatedWorkflow,
  VersionFacts,
  WorkflowAnswer,
  WorkflowFacts,
} from './dto/workflow-answers.js';
import { NewWorkflowBody, SaveWorkflowBody } from './dto/workflow-body.js';
import { LabelBody, PlacedQuery, SaveQuery, VersionBody, VersionListQuery } from './dto/workflow-queries.js';
import { VersionHistory } from './version-history.service.js';
import { WorkflowCopies } from './workflow-copies.service.js';
import {
  EXAMPLE_DOCUMENT,
  EXAMPLE_FACTS,
  EXAMPLE_FAULT,
  EXAMPLE_REPORT,
  EXAMPLE_WORKFLOW,
} from './workflow-examples.js';
import { WorkflowFetch } from './workflow-fetch.service.js';
import { WorkflowsQueries } from './workflows.queries.js';
import { WorkflowsService } from './workflows.service.js';

const EXAMPLE_VERSION: VersionFacts = {
  version: 3,
  createdAt: '2026-11-24T09:30:00.000Z',
  createdBy: EXAMPLE_ID,
  author: { id: EXAMPLE_ID, name: 'Ada Lovelace' },
  live: true,
  liveNumber: 2,
  label: null,
  kept: true,
  autosaved: false,
};

@ApiTags('workflows')
@Controller('workflows')
export class WorkflowsController {
  constructor(
    private readonly workflows: WorkflowsService,
    private readonly queries: WorkflowsQueries,
    private readonly history: VersionHistory,
    private readonly rules: DocumentRules,
    private readonly copies: WorkflowCopies,
    private readonly web: WorkflowFetch,
  ) {}

  @Post()
  @Permission('workflows.write')
  @ApiBody({ type: NewWorkflowBody, examples: { document: { value: EXAMPLE_DOCUMENT } } })
  @Answers(201, 'Saves a new workflow.', EXAMPLE_WORKFLOW, WorkflowAnswer)
  create(@Caller() caller: Principal, @Body() body: unknown, @Query() query: PlacedQuery) {
    return this.workflows.create(caller, body, query);
  }

  @Post('import')
  @Permission('workflows.write')
  @ApiBody({ schema: sharedSchema('JsonObject'), description: 'An n8n export, or a native document' })
  @Answers(
    201,
    'Translates an n8n export and saves it, with a report of what could not be carried over.',
    {
      workflow: EXAMPLE_WORKFLOW,
      report: EXAMPLE_REPORT,
    },
    ImportedWorkflow,
  )
  import(@Caller() caller: Principal, @Body() body: unknown, @Query() query: PlacedQuery) {
    return this.workflows.import(caller, body, query);
  }

  @Post('fetch')
  @Permission('workflows.write')
  @Answers(
    200,
    'Fetches a workflow that lies on the web, to be imported. Private addresses are not asked.',
    { text: '{"name": "Orders", "nodes": [], "connections": {}}' },
    FetchedText,
  )
  async fetch(@Caller() caller: Principal, @Body() { url }: FetchBody): Promise<FetchedText> {
    return { text: await this.web.fetch(caller.tenantId, url) };
  }

  @Post('translate')
  @Permission('workflows.read')
  @ApiBody({ schema: sharedSchema('JsonObject'), description: 'An n8n export or a part of one, or a native document' })
  @Answers(
    200,
    'Translates an n8n export without saving it, as an editor pastes it.',
    { document: EXAMPLE_DOCUMENT, report: EXAMPLE_REPORT },
    TranslatedWorkflow,
  )
  translate(@Caller() caller: Principal, @Body() body: unknown): Promise<TranslatedWorkflow> {
    return this.workflows.translate(caller.tenantId, body);
  }

  @Post('validate')
  @Permission('workflows.read')
  @ApiBody({ type: ValidateBody })
  @Answers(
    200,
    'Tells everything that is wrong with a document, saved or not, and what only is worth a look.',
    { ready: false, items: [EXAMPLE_FAULT] },
    ValidationAnswer,
  )
  async validate(@Caller() caller: Principal, @Body() body: unknown): Promise<ValidationAnswer> {
    const items = await this.rules.faultsOfLive(caller.tenantId, documentIn(body));
    return { ready: items.every((fault) => fault.severity !== 'error'), items };
  }

  @Get(':id')
  @Permission('workflows.read')
  @Answers(200, 'Gives a workflow: its newest version, or the one asked for.', EXAMPLE_WORKFLOW, WorkflowAnswer)
  get(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Query() query: VersionBody) {
    return this.workflows.get(caller.tenantId, id, query.version);
  }

  @Put(':id')
  @Permission('workflows.write')
  @ApiBody({ type: SaveWorkflowBody, examples: { document: { value: { ...EXAMPLE_DOCUMENT, version: 1 } } } })
  @Answers(
    200,
    'Saves a new version as the draft, based on `version`; what is live stays as it is.',
    EXAMPLE_WORKFLOW,
    WorkflowAnswer,
  )
  save(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Query() { autosave }: SaveQuery,
  ) {
    return this.workflows.save(caller, id, body, autosave);
  }

  @Patch(':id')
  @Permission('workflows.write')
  @Answers(200, 'Moves a workflow to a folder, or changes its tags.', EXAMPLE_FACTS, WorkflowFacts)
  place(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body: PlaceBody) {
    return this.workflows.place(caller, id, body);
  }

  @Delete(':id')
  @Permission('workflows.write')
  @Answers(204, 'Deletes a workflow with all its versions, and takes back what is live of it.')
  delete(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.workflows.delete(caller, id);
  }

  @Post(':id/duplicate')
  @Permission('workflows.write')
  @ApiBody({ type: DuplicateBody, required: false })
  @Answers(
    201,
    'Copies the newest version of a workflow into a new one, switched off.',
    EXAMPLE_WORKFLOW,
    WorkflowAnswer,
  )
  duplicate(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body?: DuplicateBody) {
    return this.copies.duplicate(caller, id, body ?? {});
  }

  @Post(':id/activate')
  @Permission('workflows.activate')
  @ApiBody({ type: VersionBody, required: false })
  @Answers(
    200,
    'Makes a version live, on every instance, from the moment this answers.',
    {
      ...EXAMPLE_FACTS,
      webhooks: [{ node: 'Webhook', method: 'POST', url: 'http://127.0.0.1:3000/webhook/orders', free: true }],
    },
    ActivatedWorkflow,
  )
  activate(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body?: VersionBody) {
    return this.workflows.activate(caller, id, body?.version);
  }

  @Post(':id/deactivate')
  @Permission('workflows.activate')
  @Answers(
    200,
    'Takes back what is live, on every instance, from the moment this answers.',
    {
      ...EXAMPLE_FACTS,
      active: false,
      activeVersion: null,
    },
    WorkflowFacts,
  )
  deactivate(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.workflows.deactivate(caller, id);
  }

  @Get(':id/versions')
  @Permission('workflows.read')
  @Answers(
    200,
    'Lists the saved versions, newest first.',
    {
      items: [EXAMPLE_VERSION],
      nextCursor: null,
    },
    pageOf(VersionFacts),
  )
  versions(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Query() query: VersionListQuery) {
    return this.queries.versions(caller.tenantId, id, query);
  }

  @Patch(':id/versions/:version')
  @Permission('workflows.write')
  @Answers(204, 'Gives a version a name, or takes it away.')
  label(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
    @Body() { label }: LabelBody,
  ) {
    return this.history.label(caller, id, version, label);
  }
}
