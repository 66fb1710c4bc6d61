import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Permission } from '../../http/access.js';
import { Answers, EXAMPLE_ID, pageOf } from '../../http/documented.js';
import { Caller, type Principal } from '../../http/principal.js';
import { ViewAnswer } from './dto/view-answers.js';
import { ViewBody, ViewChanges, ViewQuery } from './dto/view-bodies.js';
import { ViewsService } from './views.service.js';

const EXAMPLE = {
  id: EXAMPLE_ID,
  list: 'executions',
  name: 'Failed webhooks',
  query: 'q=status%3Aerror+mode%3Awebhook',
  shared: true,
  mine: true,
  ownerName: 'Ada Lovelace',
  mayChange: true,
  createdAt: '2026-01-31T09:30:00.000Z',
  updatedAt: '2026-01-31T09:30:00.000Z',
};

@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @Permission('views.read')
  @Answers(
    200,
    'Lists my saved views, and those that the tenant shares, by name.',
    { items: [EXAMPLE], nextCursor: null },
    pageOf(ViewAnswer),
  )
  async list(@Caller() caller: Principal, @Query() query: ViewQuery) {
    return { items: await this.views.list(caller, query), nextCursor: null };
  }

  @Post()
  @Permission('views.write')
  @Answers(201, 'Saves a view of a list. Sharing it needs the role that edits workflows.', EXAMPLE, ViewAnswer)
  create(@Caller() caller: Principal, @Body() body: ViewBody) {
    return this.views.create(caller, body);
  }

  @Patch(':id')
  @Permission('views.write')
  @Answers(
    200,
    'Renames a view, changes what it shows, shares it or takes it back. Of others only admins change one.',
    EXAMPLE,
    ViewAnswer,
  )
  change(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string, @Body() changes: ViewChanges) {
    return this.views.change(caller, id, changes);
  }

  @Delete(':id')
  @Permission('views.write')
  @Answers(204, 'Deletes a view. Of others only admins delete one that is shared.')
  delete(@Caller() caller: Principal, @Param('id', ParseUUIDPipe) id: string) {
    return this.views.delete(caller, id);
  }
}
