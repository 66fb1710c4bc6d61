import { Body, Controller, Delete, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { type CredentialDefinition, credentialIn, languagesOf } from '@orchestrator/node-sdk';
import { NodeRegistry } from '@orchestrator/runtime';
import type { FastifyReply } from 'fastify';
import { Permission } from '../../http/access.js';
import { BulkAnswer, eachOf } from '../../http/bulk.js';
import { ACCEPT_LANGUAGE, Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { preferredLanguage } from '../../http/preferred-language.js';
import { Caller, type Principal } from '../../http/principal.js';
import { parametersView } from '../nodes/node-view.types.js';
import { CredentialTests } from './credential-tests.service.js';
import { CredentialsService } from './credentials.service.js';
import { CredentialTestResult, CredentialTypeView, CredentialView, UsingWorkflow } from './dto/credential-answers.js';
import {
  CredentialBody,
  CredentialBulkBody,
  CredentialListQuery,
  CredentialTrial,
  NewCredentialBody,
} from './dto/credential-bodies.js';

const EXAMPLE = {
  id: EXAMPLE_ID,
  name: 'Warehouse',
  type: 'httpHeaderAuth',
  data: { name: 'X-Api-Key' },
  allowedHosts: ['api.example.com'],
  usedBy: 2,
  proof: {
    ok: true,
    at: '2026-11-24T09:30:00.000Z',
    by: 'run' as const,
    message: 'The service at api.example.com answered 200.',
  },
  createdAt: '2026-11-24T09:30:00.000Z',
  updatedAt: '2026-11-24T09:30:00.000Z',
};

@ApiTags('credentials')
@Controller('credentials')
export class CredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly tests: CredentialTests,
    private readonly registry: NodeRegistry,
  ) {}

  @Get('types')
  @Permission('credentials.read')
  @ApiHeader(ACCEPT_LANGUAGE)
  @Answers(
    200,
    'Lists the declarations of all types of credentials.',
    {
      items: [
        {
          type: 'httpHeaderAuth',
          label: 'Header auth',
          summary: 'Sends a header.',
          icon: 'key',
          signsCalls: true,
          hosts: [],
          parameters: {},
        },
      ],
      nextCursor: null,
    },
    pageOf(CredentialTypeView),
  )
  types(@Headers('accept-language') accepted: string | undefined, @Res({ passthrough: true }) reply: FastifyReply) {
    const definitions = this.registry.allCredentials();
    const language = preferredLanguage(accepted, languagesOf(definitions));
    reply.headers({ 'content-language': language, vary: 'accept-language' });
    return { items: definitions.map((definition) => typeView(credentialIn(definition, language))), nextCursor: null };
  }

  @Get()
  @Permission('credentials.read')
  @Answers(
    200,
    'Lists credentials, newest first, without their secrets.',
    { items: [EXAMPLE], nextCursor: null },
    pageOf(CredentialView),
  )
  list(@Caller() caller: Principal, @Query() query: CredentialListQuery) {
    return this.credentials.list(caller.tenantId, query);
  }

  @Post()
  @Permission('credentials.write')
  @Answers(201, 'Saves a credential. Its secrets never come out again.', EXAMPLE, CredentialView)
  create(@Caller() caller: Principal, @Body() body: NewCredentialBody) {
    return this.credentials.create(caller, body);
  }

  @Post('bulk')
  @Permission('credentials.write')
  @Answers(
    200,
    'Does one thing to several credentials, and tells of each what became of it.',
    { items: [{ id: EXAMPLE_ID, ok: true }] },
    BulkAnswer,
  )
  bulk(@Caller() caller: Principal, @Body() { ids }: CredentialBulkBody) {
    return eachOf(ids, (id) => this.credentials.delete(caller, id));
  }

  @Post('test')
  @Permission('credentials.write')
  @Answers(
    200,
    'Tries the fields of a new credential out, and saves nothing.',
    { ok: null, message: 'No call could show it.' },
    CredentialTestResult,
  )
  testNew(@Caller() caller: Principal, @Body() body: CredentialTrial) {
    return this.tests.test(caller, undefined, body);
  }

  @Get(':id')
  @Permission('credentials.read')
  @Answers(200, 'Gives a credential without its secrets.', EXAMPLE, CredentialView)
  get(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.credentials.get(caller.tenantId, id);
  }

  @Get(':id/workflows')
  @Permission('credentials.read')
  @Answers(
    200,
    'Lists the workflows that name a credential, live or in their newest version.',
    { items: [{ id: EXAMPLE_ID, name: 'New orders', active: true }], nextCursor: null },
    pageOf(UsingWorkflow),
  )
  uses(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery) {
    return this.credentials.uses(caller.tenantId, id, query);
  }

  @Put(':id')
  @Permission('credentials.write')
  @Answers(
    200,
    'Changes the fields that are given; the others, secrets among them, stay as they are. A further host wants the secrets anew, except of an owner or admin.',
    EXAMPLE,
    CredentialView,
  )
  update(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() body: CredentialBody) {
    return this.credentials.update(caller, id, body);
  }

  @Delete(':id')
  @Permission('credentials.write')
  @Answers(204, 'Deletes a credential. Workflows that name it fail where they need it.')
  delete(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.credentials.delete(caller, id);
  }

  @Post(':id/test')
  @Permission('credentials.write')
  @Answers(
    200,
    'Tries a credential out where its type has a harmless call for that. Fields that are given are tried and not saved.',
    {
      ok: true,
      message: 'It works.',
    },
    CredentialTestResult,
  )
  @ApiBody({ type: CredentialTrial, required: false })
  test(
    @Caller() caller: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CredentialTrial = new CredentialTrial(),
  ) {
    return this.tests.test(caller, id, body);
  }
}

function typeView(definition: CredentialDefinition): CredentialTypeView {
  const { type, label, summary, icon, hosts = [], parameters } = definition;
  const signsCalls = [definition.sign, definition.challenge, definition.exchange].some(Boolean);
  return { type, label, summary, icon, signsCalls, hosts: [...hosts], parameters: parametersView(parameters) };
}
