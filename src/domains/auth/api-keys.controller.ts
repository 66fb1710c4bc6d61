import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { PERMISSION_NAMES, PERMISSIONS, PERSON_ONLY } from '../../http/permissions.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ApiKeysService } from './api-keys.service.js';
import { CreateApiKeyDto } from './dto/access.dto.js';
import { ApiKeyView, NewApiKey, PermissionOfKeys } from './dto/auth-answers.js';

const KEY = {
  id: EXAMPLE_ID,
  name: 'nightly export',
  role: 'editor',
  userId: EXAMPLE_ID,
  hint: 'orc_kX3p',
  createdAt: '2026-01-31T09:30:00.000Z',
  expiresAt: '2026-05-01T09:30:00.000Z',
  lastUsedAt: null,
  permissions: ['workflows.read', 'executions.read'],
  addresses: ['192.0.2.0/24'],
  parentId: null,
};

@ApiTags('api keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Permission('apiKeys.write')
  @Answers(201, 'Makes a key, which is shown this once', { ...KEY, key: 'orc_kX3p...' }, NewApiKey)
  create(@Caller() caller: Principal, @Body() body: CreateApiKeyDto) {
    return this.keys.create(caller, body);
  }

  @Get()
  @Permission('apiKeys.read')
  @Answers(
    200,
    'My keys of this tenant; everybody’s for an admin',
    { items: [KEY], nextCursor: null },
    pageOf(ApiKeyView),
  )
  list(@Caller() caller: Principal, @Query() query: PageQuery) {
    return this.keys.list(caller, query);
  }

  @Get('permissions')
  @Permission('apiKeys.read')
  @Answers(
    200,
    'What a key can be limited to, and the weakest role that has it',
    { items: [{ name: 'workflows.read', role: 'viewer' }], nextCursor: null },
    pageOf(PermissionOfKeys),
  )
  permissions() {
    const names = PERMISSION_NAMES.filter((name) => !PERSON_ONLY.has(name));
    return { items: names.map((name) => ({ name, role: PERMISSIONS[name] })), nextCursor: null };
  }

  @Delete(':id')
  @Permission('apiKeys.write')
  @Answers(204, 'Removes a key; it ends at once')
  remove(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.remove(caller, id);
  }
}
