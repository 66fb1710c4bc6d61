import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { PageQuery } from '../../http/page.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ApiKeysService } from './api-keys.service.js';
import { CreateApiKeyDto } from './dto/access.dto.js';
import { ApiKeyView, NewApiKey } from './dto/auth-answers.js';

const KEY = {
  id: EXAMPLE_ID,
  name: 'nightly export',
  role: 'editor',
  userId: EXAMPLE_ID,
  hint: 'orc_kX3p',
  createdAt: '2026-01-31T09:30:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
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

  @Delete(':id')
  @Permission('apiKeys.write')
  @Answers(204, 'Removes a key; it ends at once')
  remove(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.remove(caller, id);
  }
}
